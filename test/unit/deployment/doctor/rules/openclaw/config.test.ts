import { describe, expect, test } from 'vitest';
import {
  codes,
  configFinding,
  down,
  file,
  fixesOf,
  found,
  guideConfig,
  machine,
  marked,
  snapshot,
  textOf,
} from '../../openclaw-snapshots.ts';

const path = '/data/openclaw.json';
const strict = machine({ command: 'node dist/index.js gateway --port 3000 --bind lan'.split(' ') });

/** A machine whose gateway is down and that has no configuration. */
function without(inside: object = {}) {
  const { inspection, ...rest } = snapshot({ inside: down, machine: strict });
  if (!inspection || !('data' in inspection)) throw new Error('no inspection');
  const { config, ...looked } = inspection.data;
  expect(config?.path).toBe(path);
  return { ...rest, inspection: { data: { ...looked, ...inside } } };
}

describe('a configuration that is missing', () => {
  test('is an error when the gateway does not start without', () => {
    const [finding] = found('config-missing', without());
    expect(finding).toMatchObject({ severity: 'error', evidence: [{ text: `“${path}” does not exist` }] });
    expect(fixesOf(finding)).toEqual(['openConfig', 'configHistory', 'rescue']);
  });

  test('is a warning when it does', () => {
    const allowed = { ...without(), machine: machine() };
    expect(found('config-missing', allowed)).toMatchObject([{ severity: 'warning' }]);
  });

  test('is one that is in the wrong place when there is another', () => {
    const other = file('/home/node/.openclaw/openclaw.json');
    const misplaced = without({ otherConfigs: [other] });
    expect(found('config-missing', misplaced)).toEqual([]);
    expect(found('config-misplaced', misplaced)).toMatchObject([
      {
        severity: 'error',
        evidence: [
          { text: `“${path}” does not exist` },
          { text: '/home/node/.openclaw/openclaw.json 1000:1000 0600' },
        ],
      },
    ]);
  });
});

test('a second configuration is worth a note only', () => {
  const inside = { otherConfigs: [file('/data/.openclaw/openclaw.json')] };
  expect(codes(snapshot({ inside }))).toEqual(['info config-misplaced']);
});

describe('a configuration that the gateway may not read', () => {
  const config = { ...file(path, { uid: 0, gid: 0 }) };

  test('is given to the gateway’s user', () => {
    const [finding] = found('config-unreadable', snapshot({ inside: { config } }));
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [{ text: `${path} 0:0 0600` }],
      fixes: [{ kind: 'changeOwner', owner: { uid: 1000, gid: 1000 }, paths: [path] }],
    });
  });

  test.each([
    ['that everybody may read', { ...config, mode: 0o644 }, 1000],
    ['of its group', { ...config, gid: 1000, mode: 0o640 }, 1000],
    ['when it runs as root', config, 0],
  ])('is not one %s', (_what, readable, mainUid) => {
    const inside = { config: readable, mainUid, gateways: [] };
    expect(found('config-unreadable', snapshot({ inside }))).toEqual([]);
  });

  test('has no fix below the state directory when it is elsewhere', () => {
    const inside = { config: { ...config, path: '/etc/openclaw.json' } };
    const [finding] = found('config-unreadable', snapshot({ inside }));
    expect(fixesOf(finding)).toEqual(['openConfig', 'configHistory']);
  });
});

describe('a configuration that OpenClaw refuses', () => {
  const words = 'openclaw.json:3 — gateway: Unrecognized key: "nope"';
  const configFindings = [configFinding({})];

  test('is told in its words, at the place that the editor knows', () => {
    const [finding] = found(
      'config-invalid',
      snapshot({ inside: down, complaint: { data: words }, configFindings }),
    );
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [{ text: words }],
      place: { file: 'openclaw.json', range: { start: { line: 2, character: 2 } } },
    });
    expect(fixesOf(finding)).toEqual(['openConfig', 'configHistory', 'rescue']);
  });

  test('needs no rescue while its gateway still runs', () => {
    const [finding] = found('config-invalid', snapshot({ complaint: { data: words } }));
    expect(fixesOf(finding)).toEqual(['openConfig', 'configHistory']);
  });

  test('is told by the editor’s checks too, each kind once', () => {
    const several = [
      ...configFindings,
      configFinding({ path: 'zork' }),
      configFinding({ code: 'missing-key' }),
    ];
    const refused = snapshot({ complaint: { data: words }, configFindings: several });
    expect(found('config-error', refused)).toMatchObject([
      { severity: 'error', evidence: [{ text: 'gateway.nope: No.' }, { text: 'zork: No.' }] },
      { severity: 'error', evidence: [{ text: 'gateway.nope: No.', source: 'openclaw.json, line 3' }] },
    ]);
  });

  test('is no error when the machine’s own OpenClaw accepts it', () => {
    expect(found('config-error', snapshot({ configFindings }))).toMatchObject([{ severity: 'warning' }]);
  });

  test('is told by Fly’s log alone when the machine is stopped; then it is rescued first', () => {
    const message = 'Gateway failed to start: Invalid config at /data/openclaw.json:';
    const stopped = snapshot({
      inside: null,
      machine: machine({ state: 'stopped' }),
      log: { data: [entry(message)] },
    });
    const [finding] = found('log-config-invalid', stopped);
    expect(fixesOf(finding)).toEqual(['rescue', 'configHistory', 'showLogs']);
  });
});

describe('gateway.mode', () => {
  const { mode, ...gateway } = guideConfig.gateway;
  const config = { ...guideConfig, gateway };
  const configFindings = [configFinding({ severity: 'warning', code: 'missing-mode', path: 'gateway' })];

  test('is set by a fix that keeps the comments', () => {
    expect(mode).toBe('local');
    const missing = snapshot({ inside: down, machine: strict, config, configFindings });
    const [finding] = found('mode-missing', missing);
    expect(finding).toMatchObject({ severity: 'error', place: { range: { start: { line: 2 } } } });
    const [fix] = finding?.fixes ?? [];
    if (fix?.kind !== 'editConfig') throw new Error('no edit');
    expect(fix.text.startsWith('// my gateway\n{\n  "agents"')).toBe(true);
    expect(fix.text.replace(/,\s+"mode": "local"/, '')).toBe(textOf(config));
    expect(fixesOf(finding)).toEqual(['editConfig', 'openConfig', 'configHistory', 'rescue']);
  });

  test('is worth a warning when the gateway starts without', () => {
    const [finding] = found('mode-missing', snapshot({ config, configFindings }));
    expect(finding).toMatchObject({
      severity: 'warning',
      evidence: [{ text: '--allow-unconfigured' }],
    });
  });

  test('is not set in JSON5 that would look otherwise afterwards', () => {
    const text = '{ gateway: { bind: "auto" } } // mine\n';
    const [finding] = found('mode-missing', snapshot({ config: text, configFindings }));
    expect(fixesOf(finding)).toEqual(['openConfig', 'configHistory']);
  });

  test('must be that of a gateway', () => {
    const remote = { ...config, gateway: { ...gateway, mode: 'remote' } };
    const [finding] = found('mode-missing', snapshot({ inside: down, machine: strict, config: remote }));
    expect(finding).toMatchObject({ severity: 'error' });
    expect(marked(textOf(remote), finding)).toBe('"remote"');
  });
});

describe('settings of earlier versions', () => {
  const config = { ...guideConfig, agents: { list: [{ id: 'main', default: true }] } };
  const legacy = (severity: 'error' | 'info') =>
    snapshot({
      inside: down,
      config,
      complaint: { data: severity === 'error' ? 'Legacy config keys detected' : undefined },
      configFindings: [configFinding({ severity, code: 'legacy-key', path: 'agents.list' })],
    });

  test('are migrated, with everything else as it was', () => {
    const [finding] = found('config-legacy', legacy('error'));
    expect(finding).toMatchObject({ severity: 'error' });
    const [fix] = finding?.fixes ?? [];
    if (fix?.kind !== 'editConfig') throw new Error('no edit');
    expect(fix.text).toContain('// my gateway');
    expect(JSON.parse(fix.text.replace('// my gateway', ''))).toEqual({
      ...config,
      agents: { entries: { main: {} } },
    });
  });

  test('are worth a note while the gateway understands them, and are not told twice', () => {
    expect(found('config-legacy', legacy('info'))).toMatchObject([{ severity: 'info' }]);
    expect(found('config-error', legacy('error'))).toEqual([]);
  });
});

describe('secrets', () => {
  test.each([
    ['secret-redacted', 'redacted-secret', 'error'],
    ['secret-literal', 'literal-secret', 'info'],
    ['dangerous-switch', 'dangerous-switch', 'warning'],
    ['origins-open', 'open-origins', 'warning'],
  ] as const)('%s is one finding for all', (code, configCode, severity) => {
    const configFindings = [1, 2].map((n) =>
      configFinding({ severity: 'warning', code: configCode, path: `gateway.${n}` }),
    );
    const told = found(code, snapshot({ configFindings }));
    expect(told).toMatchObject([
      { severity, evidence: [{ text: 'gateway.1: No.' }, { text: 'gateway.2: No.' }], place: {} },
    ]);
    expect(codes(snapshot({ configFindings }))).toEqual([`${severity} ${code}`]);
  });

  test.each(['YOUR_BOT_TOKEN', '<token>', 'changeme', 'example-discord-bot-token'])(
    'are not what guides write: %s',
    (token) => {
      const discord = { ...guideConfig.channels.discord, token };
      const config = { ...guideConfig, channels: { discord } };
      const [finding] = found('secret-sample', snapshot({ config }));
      expect(finding).toMatchObject({ severity: 'error', evidence: [{ text: 'channels.discord.token' }] });
      expect(marked(textOf(config), finding)).toBe(`"${token}"`);
    },
  );

  test('may be named by a variable', () => {
    const discord = { ...guideConfig.channels.discord, token: '${DISCORD_BOT_TOKEN}' };
    const config = { ...guideConfig, channels: { discord } };
    expect(found('secret-sample', snapshot({ config }))).toEqual([]);
  });
});

test('other remarks of the editor’s checks are grouped', () => {
  const configFindings = ['a', 'b'].map((name) =>
    configFinding({ severity: 'warning', code: 'duplicate-key', path: name }),
  );
  expect(codes(snapshot({ configFindings }))).toEqual(['warning config-warning']);
});

function entry(message: string) {
  const of = { instance: 'd8916e2c431518', region: 'iad', level: 'info', provider: 'app' };
  return { ...of, timestamp: '2026-11-21T19:59:00Z', message };
}
