import { execFile } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toFailure } from '../../../src/core/errors.ts';
import { explain } from '../../../src/core/explain.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { machineExec } from '../../../src/fly/verbs/remote.ts';
import {
  deploySecrets,
  listSecrets,
  type NewSecret,
  setSecrets,
  unsetSecret,
} from '../../../src/fly/verbs/secrets.ts';
import { app, type Fly, startFly } from './support.ts';

const planted = 'planted-0123456789';

let fly: Fly;

beforeAll(async () => {
  fly = await startFly();
});
afterEach(() => fly.flysim.clearFaults());
afterAll(async () => {
  const log = fly.log.join('\n');
  await fly[Symbol.asyncDispose]();
  expect(log).toContain('secrets import');
  expect(log).not.toContain(planted);
});

async function set(secrets: readonly NewSecret[], options: { readonly stage?: boolean } = {}): Promise<void> {
  for (const verb of setSecrets(app, secrets, options)) await fly.runner.run(verb);
}

async function statusOf(name: string): Promise<string | undefined> {
  return (await fly.runner.run(listSecrets(app))).find((secret) => secret.name === name)?.status;
}

/** The environment of the machine's processes. */
async function environment(): Promise<Readonly<Record<string, string>>> {
  await fly.flysim.waitForState(app, fly.machine, 'started');
  const request = { commandLine: "sh -c 'env -0 | base64 -w0'", deadlineMs: 10_000 };
  const { stdout } = await fly.runner.run(machineExec(app, fly.machine, request));
  const text = Buffer.from(Buffer.from(stdout).toString(), 'base64').toString();
  return Object.fromEntries(text.split('\0').map((entry) => /^([^=]*)=?(.*)$/s.exec(entry)?.slice(1) ?? []));
}

async function exits(): Promise<number> {
  const [machine] = await fly.runner.run(listMachines(app));
  return machine?.events.filter(({ type }) => type === 'exit').length ?? 0;
}

describe('secrets that are set together', () => {
  const pairs = {
    HASH: `${planted}#after`,
    QUOTES: `"${planted}' #`,
    SPACES: `  ${planted}\t`,
    LINES: `-----BEGIN\n#${planted}\n"""\n-----END\n`,
    KEY: `-----BEGIN\n#${planted}\n-----END\n`,
    WINDOWS: `${planted}\r\nsecond`,
  };

  it('reach the machine unchanged, with one restart, or not at all', async () => {
    const { LINES, ...possible } = pairs;
    const secrets = Object.entries(possible).map(([name, value]) => ({ name, value }));
    expect(() => setSecrets(app, [...secrets, { name: 'LINES', value: LINES }], {})).toThrow();
    const before = await exits();
    await set(secrets);
    expect(await environment()).toMatchObject(possible);
    expect(await exits()).toBe(before + 1);
  });
});

describe('staged changes', () => {
  it('wait for a deploy', async () => {
    await set([{ name: 'LATER', value: `${planted} ` }], { stage: true });
    expect(await statusOf('LATER')).toBe('Staged');
    expect(await environment()).not.toHaveProperty('LATER');
    await fly.runner.run(deploySecrets(app));
    expect(await statusOf('LATER')).toBe('Deployed');
    expect(await environment()).toHaveProperty('LATER', `${planted} `);
  });

  it('can be to take one away, which machines keep until then', async () => {
    await set([{ name: 'GONE', value: planted }]);
    await fly.runner.run(unsetSecret(app, 'GONE', { stage: true }));
    expect(await statusOf('GONE')).toBeUndefined();
    expect(await environment()).toHaveProperty('GONE', planted);
    await fly.runner.run(deploySecrets(app));
    expect(await environment()).not.toHaveProperty('GONE');
  });
});

describe('what goes wrong', () => {
  const secrets = [
    { name: 'A', value: `${planted}#` },
    { name: 'B', value: `${planted}\n` },
  ];

  it.each([
    ['forbidden', 'forbidden'],
    ['offline', 'offline'],
    ['rate-limited', 'rateLimited'],
    ['not-logged-in', 'notLoggedIn'],
    ['lease-held', 'leaseHeld'],
  ] as const)('is told without a value: %s', async (fault, kind) => {
    await fly.flysim.setFault(fault, { verb: 'secrets', ms: 10 });
    const failure = await set(secrets).then(() => undefined, toFailure);
    expect(failure?.kind).toBe(kind);
    const told = failure && [failure.message, failure.detail, failure.stack, explain(failure).sentence];
    expect(JSON.stringify(told)).not.toContain(planted);
  });

  it('leaves secrets staged when the machines could not be restarted', async () => {
    await fly.flysim.setFault('lease-held', { verb: 'secrets', ms: 10 });
    await expect(set([{ name: 'HELD', value: planted }])).rejects.toMatchObject({ kind: 'leaseHeld' });
    await fly.flysim.clearFaults();
    expect(await statusOf('HELD')).toBe('Staged');
    await fly.runner.run(deploySecrets(app));
    expect(await environment()).toHaveProperty('HELD', planted);
  });

  it('is that an app has no machine', async () => {
    await fly.flysim.createApp('empty', { secrets: { A: planted } });
    await expect(fly.runner.run(deploySecrets('empty'))).rejects.toMatchObject({
      detail: expect.stringContaining('no machines available to deploy'),
    });
  });
});

/** Commands that the extension never gives: what the encoder avoids. */
describe('the simulated import', () => {
  interface Ended {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
  }

  function importing(text: string): Promise<Ended> {
    return new Promise((resolve) => {
      const args = ['secrets', 'import', '-a', app, '--stage'];
      const child = execFile(fly.flysim.flyctl, args, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
      child.stdin?.end(text);
    });
  }

  it('panics at a lone quote', async () => {
    const { code, stdout, stderr } = await importing('A="\n');
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toContain('Oops, something went wrong! Could you try that again?');
  });

  it('loses without a word what comes after a line of 64 KiB', async () => {
    const { code } = await importing(`FIRST=1\nLONG=${'x'.repeat(64 * 1024)}\nLAST=1\n`);
    expect(code).toBe(0);
    expect([await statusOf('FIRST'), await statusOf('LONG'), await statusOf('LAST')]).toEqual([
      'Staged',
      undefined,
      undefined,
    ]);
  });

  it('needs a pair, and repeats a line that is none', async () => {
    expect(await importing('# nothing\n')).toMatchObject({
      code: 1,
      stderr: 'Error: requires at least one SECRET=VALUE pair\n',
    });
    expect((await importing('word\n')).stderr).toContain('NAME=VALUE pairs (word is invalid)');
  });
});
