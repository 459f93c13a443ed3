import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redactor } from '../../../src/core/redact.ts';

const { redact } = { redact: (text: string) => new Redactor().redact(text) };

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function random(length: number, alphabet = letters): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...alphabet);
  return fc.array(unit, { minLength: length, maxLength: length }).map((parts) => parts.join(''));
}

function prefixed(prefix: string, length: number, alphabet?: string): fc.Arbitrary<string> {
  return random(length, alphabet).map((rest) => prefix + rest);
}

/** Secrets that are known by their own looks. */
const selfEvident: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'Fly macaroon': prefixed('fm2_', 60, `${letters}+/`),
  'Fly third-party macaroon': prefixed('fm1r_', 60, `${letters}+/`),
  'Fly OAuth token': prefixed('fo1_', 43),
  'OpenAI key': prefixed('sk-proj-', 48),
  'Anthropic key': prefixed('sk-ant-api03-', 60, `${letters}-_`),
  'GitHub token': prefixed('ghp_', 36),
  'GitHub fine-grained token': prefixed('github_pat_', 60),
  'Slack bot token': prefixed('xoxb-', 40, `${letters}-`),
  'Slack app token': prefixed('xapp-1-A0', 40),
  'Discord bot token': fc.tuple(random(26), random(6), random(38)).map((parts) => parts.join('.')),
  'Telegram bot token': fc
    .tuple(random(9, '123456789'), random(35, `${letters}_-`))
    .map((parts) => parts.join(':')),
  'AWS access key': prefixed('AKIA', 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  'Google key': prefixed('AIza', 35),
  'JSON Web Token': fc.tuple(random(30), random(60), random(43)).map((parts) => `eyJ${parts.join('.eyJ')}`),
};

/** Places that say that what stands there is secret, whatever it looks like. */
const places: Readonly<Record<string, (secret: string) => string>> = {
  'environment variable': (secret) => `DISCORD_BOT_TOKEN=${secret} node dist/index.js`,
  'quoted environment variable': (secret) => `export OPENAI_API_KEY="${secret}"`,
  'environment variable ending in KEY': (secret) => `FAL_KEY=${secret}`,
  'lower case assignment': (secret) => `aws_secret_access_key=${secret}`,
  JSON: (secret) => JSON.stringify({ channels: { discord: { token: secret, enabled: true } } }),
  'indented JSON': (secret) => JSON.stringify({ gateway: { auth: { password: secret } } }, null, 2),
  'JSON inside JSON': (secret) => JSON.stringify({ message: JSON.stringify({ botToken: secret }) }),
  JSON5: (secret) => `{ apiKey: '${secret}', }`,
  'query of a URL': (secret) => `ws://127.0.0.1:3000/?token=${secret}&v=4`,
  'fragment of a URL': (secret) => `open http://localhost:18789/#token=${secret}`,
  'password in a URL': (secret) => `postgres://openclaw:${secret}@db.internal:5432/app`,
  'Authorization header': (secret) => `> Authorization: Bearer ${secret}`,
  'Authorization header in JSON': (secret) => JSON.stringify({ headers: { authorization: `Bot ${secret}` } }),
  'API key header': (secret) => `x-api-key: ${secret}`,
  option: (secret) => `openclaw gateway --token ${secret} --port 3000`,
};

/** Lines that OpenClaw and flyctl print; none holds a secret. */
const ordinaryLines = [
  '2026-11-21T19:51:45.980+00:00 [gateway] ready',
  '[gateway] http server listening (12 plugins: discord, telegram; 3.2s)',
  '[gateway] listening on ws://0.0.0.0:3000 (PID 17)',
  '[reload] config change detected; evaluating reload (channels.discord.token)',
  '[reload] config reload skipped (invalid config): gateway: Unrecognized key: "nope", : Unrecognized key: "zork"',
  'unauthorized: gateway token mismatch (provide gateway auth token)',
  '! gateway.auth.token: *** env var "OPENCLAW_GATEWAY_TOKEN" - feature using this value will be unavailable',
  'Missing env var "DISCORD_BOT_TOKEN" - feature using this value will be unavailable',
  'Gateway failed to start: gateway already running (pid 23869); lock timeout after 5000ms',
  '{"pid":23869,"createdAt":"2026-11-21T19:51:45.980Z","configPath":"/data/openclaw.json","startTime":179012}',
  'Config observe anomaly: /data/openclaw.json (size-drop-vs-last-good:1268->442)',
  '[session] key=agent:main:main tokens=15000 maxTokens=200000 cached=true',
  '{"token":"${DISCORD_BOT_TOKEN}","hasToken":true,"tokens":812,"apiKey":null}',
  'hasToken=true token=false DISCORD_BOT_TOKEN=${DISCORD_BOT_TOKEN}',
  'Authentication with a Bearer token is required; see https://docs.openclaw.ai/gateway/authentication#token',
  'MissingEnvVarError: … referenced at config path: channels.discord.token',
  'd8916e2c431518 started; image registry.fly.io/my-openclaw:deployment-01KAB2CDEFGHJKMNPQRSTVWXYZ',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'Connecting to fdaa:0:18:a7b:2bd:a222:f30e:2...',
  'at Module._compile (node:internal/modules/cjs/loader:1554:14) disk-usage task-queue-worker-background',
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301 http://user@host:3000/path https://my-app.fly.dev/healthz?verbose=1',
];

describe('Redactor', () => {
  it.each(Object.entries(selfEvident))('masks a %s anywhere', (_name, secrets) => {
    const around = fc.constantFrom('', ' ', '"', "'", '=', '\n', '(', '/');
    fc.assert(
      fc.property(secrets, around, around, (secret, before, after) => {
        expect(redact(`log line ${before}${secret}${after} goes on`)).not.toContain(secret.slice(8));
      }),
    );
  });

  it.each(Object.entries(places))('masks whatever stands in the place of a secret: %s', (_name, place) => {
    fc.assert(
      fc.property(random(12), (secret) => {
        expect(redact(place(secret))).not.toContain(secret);
      }),
    );
  });

  it('keeps what stands around a secret', () => {
    expect(redact('FlyV1 fm2_lJPEC+a/b=,fm2_xyz12,fo1_abc ends')).toBe('FlyV1 *** ends');
    expect(redact('Bearer fo1_abcdefgh for my-app')).toBe('Bearer *** for my-app');
    expect(redact('{"token":"hunter2","port":3000}')).toBe('{"token":"***","port":3000}');
    expect(redact('GET /?token=hunter2&v=4 200')).toBe('GET /?token=***&v=4 200');
    expect(redact('Error: "fm2_lJPEC" is not a valid secret name')).toBe(
      'Error: "***" is not a valid secret name',
    );
  });

  it('masks a private key over several lines, whole or cut off', () => {
    const key =
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nAAAA\n-----END OPENSSH PRIVATE KEY-----';
    expect(redact(`before\n${key}\nafter`)).toBe('before\n***\nafter');
    expect(redact(key.slice(0, 60))).toBe('***');
    expect(redact(JSON.stringify({ note: key }))).toBe('{"note":"***"}');
  });

  it.each(ordinaryLines)('leaves an ordinary line as it is: %s', (line) => {
    expect(redact(line)).toBe(line);
  });

  it('changes nothing more the second time', () => {
    const texts = Object.values(places).map((place) => random(16).map(place));
    fc.assert(
      fc.property(fc.oneof(fc.string(), ...texts), (text) => {
        expect(redact(redact(text))).toBe(redact(text));
      }),
    );
  });

  it('masks registered values whatever they look like and however they are written', () => {
    const secrets = fc.string({ minLength: 4, unit: 'binary' }).filter((value) => !value.includes('*'));
    fc.assert(
      fc.property(secrets, secrets, (secret, other) => {
        const redactor = new Redactor();
        redactor.register(secret);
        redactor.register(other);
        const inUrl = encodeURIComponent(Buffer.from(secret).toString());
        for (const text of [`a ${secret} b`, JSON.stringify({ x: secret }), `/?x=${inUrl}`]) {
          const redacted = redactor.redact(text);
          expect(redacted).not.toContain(secret);
          expect(redacted).not.toContain(JSON.stringify(secret).slice(1, -1));
        }
      }),
    );
  });

  it('masks each line of a registered value, because logs are read line by line', () => {
    const redactor = new Redactor();
    redactor.register('first part\nsecond part');
    expect(redactor.redact('it says second part here')).toBe('it says *** here');
  });

  it('does not let a short registered value hide ordinary words', () => {
    const redactor = new Redactor();
    redactor.register('on');
    redactor.register('');
    expect(redactor.redact('connection on port 3000')).toBe('connection on port 3000');
  });

  it('stays quick on text that is made to be slow', () => {
    const size = 200_000;
    for (const piece of ['a', 'a-', 'token', '"token":"', '://a', 'eyJ.', '-----BEGIN ', 'sk-', '1']) {
      const text = piece.repeat(size / piece.length);
      const started = performance.now();
      redact(text);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
