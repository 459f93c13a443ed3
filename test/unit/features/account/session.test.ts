import { beforeEach, expect, it, vi } from 'vitest';
import { AccountReader } from '../../../../src/features/common/account.ts';
import { signIn, signOut } from '../../../../src/features/account/session.ts';
import type { Flyctl, Verb } from '../../../../src/fly/flyctl.ts';
import { printed } from '../../fly/verbs/printed.ts';

const window = vi.hoisted(() => ({ showWarningMessage: vi.fn(), createTerminal: vi.fn() }));
vi.mock('vscode', async () => ({
  ThemeIcon: (await import('../vscode.ts')).ThemeIcon,
  window,
  l10n: {
    t: (text: string, ...values: readonly unknown[]) =>
      values.reduce((done: string, value, index) => done.replaceAll(`{${index}}`, String(value)), text),
  },
}));

const flyctl: Flyctl = {
  run: async <T>(verb: Verb<T>) => verb.parse(printed(verb.args.slice(0, 2).join('-'))),
  stream: () => Promise.reject(new Error('Nothing is streamed.')),
};
const locator = { locate: async () => '/opt/flyctl' };

function parts(env: NodeJS.ProcessEnv) {
  return { account: new AccountReader(flyctl, env), locator };
}

/** What is run in terminals. */
function commands(): readonly string[] {
  return window.createTerminal.mock.calls.map(([{ shellPath, shellArgs }]) =>
    [shellPath, ...shellArgs].join(' '),
  );
}

/** Presses the button in every question. */
function press(button: string | undefined): void {
  window.showWarningMessage.mockResolvedValue(button);
}

beforeEach(() => {
  vi.clearAllMocks();
  window.createTerminal.mockReturnValue({ show: () => undefined });
});

it('signs in with flyctl in a terminal, and asks nothing', async () => {
  await signIn(parts({}));
  expect(commands()).toEqual(['/opt/flyctl auth login']);
  expect(window.showWarningMessage).not.toHaveBeenCalled();
});

it('signs out only after the account was named, and what else is signed out', async () => {
  press(undefined);
  await signOut(parts({}));
  expect(commands()).toEqual([]);
  press('Sign Out');
  await signOut(parts({}));
  expect(commands()).toEqual(['/opt/flyctl auth logout']);
  const [question, options] = window.showWarningMessage.mock.calls[0] ?? [];
  expect(question).toBe('Sign me@example.com out of Fly.io?');
  expect(options).toMatchObject({ modal: true, detail: expect.stringContaining('flyctl auth logout') });
  expect(options.detail).toContain('every terminal, script and window');
});

it.each([
  [{ FLY_API_TOKEN: 'fm2_secret' }, 'FLY_API_TOKEN'],
  [{ FLY_ACCESS_TOKEN: '', FLY_API_TOKEN: 'fm2_secret' }, 'FLY_ACCESS_TOKEN'],
])('says that a token in the environment hides the session %#', async (env, variable) => {
  press(undefined);
  await signIn(parts(env));
  await signOut(parts(env));
  expect(commands()).toEqual([]);
  const told = window.showWarningMessage.mock.calls.map(([text]) => text).join('\n');
  expect(told).toContain(`takes its token from the variable ${variable}`);
  expect(told).not.toContain('secret');
  press('Sign In Anyway');
  await signIn(parts(env));
  expect(commands()).toEqual(['/opt/flyctl auth login']);
});
