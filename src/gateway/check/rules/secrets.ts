import * as l10n from '@vscode/l10n';
import { leavesOf, placesAt, type ConfigPath, type Place } from '../path.ts';
import { secretPaths } from '../secret-paths.ts';
import { hasVariable } from '../variables.ts';
import { toFinding, type Rule } from './rule.ts';

/** What OpenClaw shows in the place of a secret (`openclaw config get`), and what other tools do. */
const placeholders = new Set([
  '__OPENCLAW_REDACTED__',
  '***',
  '[redacted]',
  '<redacted>',
  '<hidden>',
  '********',
]);

/** Tokens that are known by how they begin. */
const tokenShapes = [
  /^(fm1[a-z]?|fm2|fo1)_[\w+/=-]{16,}$/, // Fly.io
  /^[sr]k[-_](?=.*\d)[\w-]{20,}$/, // OpenAI, Anthropic, OpenRouter, Stripe
  /^(gh[opsru]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|npm_\w{30,})$/,
  /^(xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,})$/, // Slack
  /^(AKIA|ASIA)[A-Z0-9]{16}$/, // AWS
  /^(AIza[\w-]{35}|gsk_\w{20,}|hf_\w{30,}|xai-[\w-]{20,}|pplx-\w{20,})$/,
  /^eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}$/, // JSON Web Token
  /^\d{8,10}:[\w-]{35}$/, // Telegram
  /^[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,40}$/, // Discord
  /^-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

/** Names of settings, variables and headers whose values are secret. */
const secretName =
  /(token|secret|passw(or)?d|passphrase|credential|cookie|authorization|(api|access|private|signing|encrypt(ion)?)[-_]?key)$/i;

/** Settings that OpenClaw marks as sensitive but that anybody may know. */
const publicSetting = /\.(ca|cert|certificateData|knownHostsData|sessionKey)$/;

/** Maps of which only some values are secret: the name decides. */
const mixedMap = /\.(headers|env|vars|edgeAuth)\.[^.]+$/;

export const literalSecret: Rule = (context) => {
  const config = context.config.value;
  const known = new Set(
    secretPaths.flatMap((pattern) => placesAt(config, pattern)).map(({ path }) => keyOf(path)),
  );
  return [...leavesOf(config)]
    .filter((place) => isLiteral(place.value) && isSecret(place, known))
    .map(({ path }) =>
      toFinding(context, 'warning', 'literal-secret', {
        path,
        message: l10n.t(
          'Everyone who has this file can read this secret. Keep it as a Fly secret, and write {0} here.',
          '${NAME}',
        ),
      }),
    );
};

export const redactedSecret: Rule = (context) =>
  [...leavesOf(context.config.value)]
    .filter(({ value }) => isPlaceholder(value))
    .map(({ path }) =>
      toFinding(context, 'warning', 'redacted-secret', {
        path,
        message: l10n.t(
          'This is what is shown instead of a secret, not the secret. Pushed, it would replace the real one.',
        ),
      }),
    );

/** Whether the value stands for a secret that was not to be shown. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && placeholders.has(value.trim());
}

function keyOf(path: ConfigPath): string {
  return JSON.stringify(path);
}

function isLiteral(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    !hasVariable(value) &&
    !isPlaceholder(value) &&
    !/^\$\w+$/.test(value)
  );
}

function isSecret({ path, value }: Place, known: ReadonlySet<string>): boolean {
  const text = typeof value === 'string' ? value.trim() : '';
  if (tokenShapes.some((shape) => shape.test(text))) return true;
  const setting = path.join('.');
  if (publicSetting.test(setting)) return false;
  if (setting === 'proxy.proxyUrl') return URL.canParse(text) && new URL(text).password !== '';
  const named = secretName.test(String(path.at(-1)));
  if (mixedMap.test(setting)) return known.has(keyOf(path)) && named;
  return known.has(keyOf(path)) || (named && isPluginSetting(path));
}

/** Plugins name their secrets themselves; OpenClaw goes by the name there too. */
function isPluginSetting(path: ConfigPath): boolean {
  return path[0] === 'plugins' && path[1] === 'entries' && path[3] === 'config';
}
