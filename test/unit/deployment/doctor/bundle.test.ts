import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { Redactor } from '../../../../src/core/redact.ts';
import { supportBundle } from '../../../../src/deployment/doctor/bundle.ts';
import type { Diagnosis } from '../../../../src/deployment/doctor/examine.ts';
import { reportText } from '../../../../src/deployment/doctor/report-text.ts';
import type { Snapshot } from '../../../../src/deployment/doctor/snapshot.ts';
import type { LogEntry } from '../../../../src/fly/model.ts';
import { parseFlyToml } from '../../../../src/fly/toml/parse.ts';
import { inspection, lock, machine, nowMs, snapshot } from './openclaw-snapshots.ts';

/** Each stands in one place of the deployment, some of them repeated by others. */
const secrets = {
  registered: 'session-secret-1',
  gatewayToken: 'gateway words of mine',
  password: '481516',
  channelToken: 'tg-plain',
  pluginSetting: 'Correct-Horse-9',
  header: 'Header-Value-77',
  variable: 'Variable-Value-5',
  webhook: 'T0Ab1Cd2Ef3Gh4Ij5Kl6Mn7',
  inUrl: 'url-pass-3',
  comment: 'commented-out-42',
  machineVariable: 'Open-Sesame-7',
  machineToken: 'lowercase-token',
  tomlVariable: 'Toml-Variable-8',
  tomlComment: 'toml-comment-9',
  option: 'hunter2-on-the-line',
  optionWithSign: 'hunter3-on-the-line',
  entrypoint: 'hunter4-on-the-line',
  bearer: 'abcDEF0123456789abcDEF',
  check: 'check-secret-12',
} as const;

const config = `{
  // token: ${secrets.comment}
  gateway: { port: 3000, auth: { mode: "token", token: "${secrets.gatewayToken}", password: ${secrets.password} } },
  channels: {
    telegram: { botToken: "${secrets.channelToken}" },
    discord: { token: "\${DISCORD_BOT_TOKEN}" },
    slack: { botToken: { source: "env", provider: "default", id: "SLACK_BOT_TOKEN" } },
  },
  agents: { defaults: { model: { primary: "anthropic/claude-sonnet-4-5-20250929" } } },
  plugins: { entries: { mystery: { config: { phrase: "${secrets.pluginSetting}" } } } },
  models: { providers: { own: { baseUrl: "https://me:${secrets.inUrl}@llm.example", headers: { "X-Any": "${secrets.header}" } } } },
  env: { vars: { ANYTHING: "${secrets.variable}" } },
  hooks: { url: "https://hooks.example/services/${secrets.webhook}" },
}`;

const toml = `# password = "${secrets.tomlComment}"
app = "my-openclaw"
[env]
NODE_OPTIONS = "--max-old-space-size=1536"
ANYTHING = "${secrets.tomlVariable}"
`;

function logLine(message: string): LogEntry {
  return {
    timestamp: '2026-11-21T19:59:00Z',
    instance: 'd8916e2c431518',
    region: 'iad',
    level: 'info',
    provider: 'app',
    message,
  };
}

const command = [
  ...['node', 'dist/index.js', 'gateway', '--port', '3000'],
  ...['--auth-token', secrets.option, `--password=${secrets.optionWithSign}`],
];

/** A deployment with a secret wherever one can be. */
function planted(changes: Partial<Snapshot> = {}): Snapshot {
  const said = `[gateway] unauthorized: “${secrets.gatewayToken}”, ${secrets.pluginSetting}, ${secrets.machineVariable}`;
  const patient = machine({
    env: {
      OPENCLAW_STATE_DIR: '/data',
      MY_SETTING: secrets.machineVariable,
      SOME_TOKEN: secrets.machineToken,
      MY_NAME: 'my-openclaw',
      FLY_IMAGE_REF: 'my-openclaw:deployment-01',
    },
    command,
    init: { exec: [], entrypoint: ['run', '--secret', secrets.entrypoint], cmd: command },
    checks: [{ name: 'servicecheck', status: 'critical', output: `token=${secrets.check}` }],
  });
  return snapshot({
    config,
    inside: {
      gateways: [{ pid: 620, uid: 1000, command, listens: ['0.0.0.0:3000'] }],
      log: [{ timeMs: nowMs, text: said }],
      locks: { ...inspection().locks, locks: [lock({ verdict: 'stale', reason: 'Process 620 has ended.' })] },
    },
    machine: patient,
    machines: { data: [patient] },
    tomlFile: { uri: 'file:///w/fly.toml', label: 'fly.toml', toml: parseFlyToml(toml) },
    log: {
      data: [
        logLine(`\u001b[31m${said}\u001b[0m`),
        logLine(`Authorization: Bearer ${secrets.bearer}`),
        logLine(`using ${secrets.registered} and ${secrets.variable}`),
      ],
    },
    complaint: { data: `channels.telegram.botToken: "${secrets.channelToken}" is not accepted` },
    secrets: { failure: new Failure('forbidden', { facts: { app: 'my-openclaw' } }) },
    ...changes,
  });
}

const place = {
  file: 'fly.toml',
  range: { start: { line: 30, character: 0 }, end: { line: 30, character: 4 } },
} as const;

function diagnosis(changes: Partial<Diagnosis> = {}): Diagnosis {
  return {
    code: 'memory-low',
    layer: 'fly',
    severity: 'error',
    title: 'The machine has too little memory',
    explanation: 'OpenClaw needs 2048 MB.',
    evidence: [{ text: 'memory = "512mb"', source: 'fly.toml' }],
    place,
    fixes: [{ kind: 'link', title: 'Read about it', url: 'https://fly.io' }],
    link: 'https://docs.openclaw.ai/install/fly',
    ...changes,
  };
}

const redactor = new Redactor();
redactor.register(secrets.registered);
const redact = (text: string): string => redactor.redact(text);
const options = { redact, programs: { 'OpenClaw Deployments': '0.1.0' } };

describe('supportBundle', () => {
  const evidence = [{ text: `token: "${secrets.gatewayToken}" ${secrets.header}`, source: 'openclaw.json' }];
  const text = supportBundle({ snapshot: planted(), diagnoses: [diagnosis({ evidence })] }, options);

  it.each(Object.entries(secrets))('holds no secret: %s', (_, secret) => {
    expect(text).not.toContain(secret);
  });

  it.each([
    '# Doctor: my-openclaw',
    '- image: `my-openclaw:deployment-01`',
    'memory-low',
    '- OpenClaw Deployments: `0.1.0`',
    '- flyctl: `0.4.77`',
    '- OpenClaw: `2026.9.6`',
    '/data/tmp/openclaw-1000/gateway.state.lock',
    'Process 620 has ended.',
    '"port": 3000',
    '"primary": "anthropic/claude-sonnet-4-5-20250929"',
    '"token": "${DISCORD_BOT_TOKEN}"',
    '"id": "SLACK_BOT_TOKEN"',
    '"NODE_OPTIONS": "--max-old-space-size=1536"',
    '"OPENCLAW_STATE_DIR":"/data"',
    '- command: `node dist/index.js gateway --port 3000 --auth-token *** --password=***`',
    '- checks: `servicecheck critical token=***`',
    'ANTHROPIC_API_KEY, OPENAI_API_KEY',
    '[gateway] unauthorized: “***”',
    '- Secrets: This Fly.io account or token may not do that with my-openclaw.',
  ])('tells what helps: %s', (words) => {
    expect(text).toContain(words);
  });

  it('holds nothing of a configuration or a fly.toml that cannot be read', () => {
    const broken = planted({
      inspection: { data: inspection({ config: { ...lockFile, text: `{ token: ${secrets.comment}` } }) },
      tomlFile: { uri: '', label: 'fly.toml', toml: parseFlyToml(`app = ${secrets.tomlComment}`) },
    });
    const bundle = supportBundle({ snapshot: broken, diagnoses: [] }, options);
    expect(bundle).toContain('It is not valid JSON5.');
    expect(bundle).toContain('It is not valid TOML');
    expect(bundle).not.toContain(secrets.comment);
    expect(bundle).not.toContain(secrets.tomlComment);
  });

  it('is short where little could be read', () => {
    const nothing = snapshot({ inside: null, machines: { failure: new Failure('offline') } });
    const bundle = supportBundle({ snapshot: nothing, diagnoses: [] }, options);
    expect(bundle).toContain('- Machines: Fly.io cannot be reached.');
    expect(bundle).not.toContain('## Inside of the machine');
    expect(bundle).not.toContain('## openclaw.json');
  });
});

const lockFile = { path: '/data/openclaw.json', uid: 1000, gid: 1000, mode: 0o600, bytes: 9, mtimeMs: nowMs };

describe('reportText', () => {
  it('has of each finding all that the page has', () => {
    expect(reportText({ snapshot: snapshot(), diagnoses: [diagnosis()] }, redact)).toBe(`# Doctor: my-openclaw

1 error · machine icy-water-1 · 2026-11-21T20:00:00.000Z

## Error: The machine has too little memory

\`memory-low\` · Fly.io

OpenClaw needs 2048 MB.

fly.toml:

\`\`\`
memory = "512mb"
\`\`\`

Place: \`fly.toml\`, line 31

- Fix: Read about it

More: <https://docs.openclaw.ai/install/fly>
`);
  });

  it('shows markup of a finding as text', () => {
    const hostile = diagnosis({
      title: '<b>x</b>\n# y',
      evidence: [{ text: '```\n# out of the block\n```', source: 'log' }],
    });
    const text = reportText({ snapshot: snapshot(), diagnoses: [hostile] }, redact);
    expect(text).toContain('## Error: \\<b\\>x\\</b\\> \\# y');
    expect(text).toContain('````\n```\n# out of the block\n```\n````');
  });

  it('says that nothing is wrong only when all was looked at', () => {
    const text = (of: Snapshot): string => reportText({ snapshot: of, diagnoses: [] }, redact);
    expect(text(snapshot())).toMatch(/Nothing is wrong: \d+ rules looked at/);
    expect(text(snapshot({ inside: null }))).toContain('Nothing is wrong in what could be read');
    expect(text(snapshot({ inside: null }))).toContain('## What could not be read');
  });
});
