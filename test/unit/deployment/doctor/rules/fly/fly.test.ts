import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../../../../src/fly/model.ts';
import { flyRules } from '../../../../../../src/deployment/doctor/rules/fly.ts';
import type { Snapshot } from '../../../../../../src/deployment/doctor/snapshot.ts';
import { down, file, inspection, machineId } from '../../openclaw-snapshots.ts';
import { guideMachine, hardened, hardenedToml, standard, standardToml } from '../../snapshots.ts';
import { type Shown, shown } from './shown.ts';

const line = 'node dist/index.js gateway --allow-unconfigured --port 3000 --bind lan';
const update = (flags: string): string =>
  `machine update -a my-openclaw ${flags} --skip-health-checks -y ${machineId}`;
const on = (text: string): string => `machine ${machineId}: ${text}`;

const toml = (from: string | RegExp, to: string): string => standardToml.replace(from, to);
const command = (words: string): Partial<Machine> => {
  const cmd = words.split(' ');
  return { command: cmd, init: { exec: [], entrypoint: [], cmd } };
};
/** The machine and fly.toml with the same command. */
const runs = (words: string): { readonly toml: string; readonly machine: Partial<Machine> } => ({
  toml: toml(line, words),
  machine: command(words),
});
const env = (changes: Readonly<Record<string, string>>, ...without: string[]): Partial<Machine> => {
  const kept = Object.entries(guideMachine().env).filter(([name]) => !without.includes(name));
  return { env: { ...Object.fromEntries(kept), ...changes } };
};
const services = (changes: Partial<Machine['services'][number]>): Partial<Machine> => ({
  services: guideMachine().services.map((service) => ({ ...service, ...changes })),
});
const other = guideMachine({ id: 'e2', mounts: [{ volume: 'vol_2', path: '/data' }], region: 'fra' });
const volume = {
  name: 'openclaw_data',
  state: 'created',
  sizeGb: 1,
  region: 'iad',
  encrypted: true,
  createdAt: '',
};
const exit = (requestedStop: boolean, restartCount: number) => ({
  type: 'exit',
  status: 'stopped',
  source: 'flyd',
  timestamp: 1,
  exitCode: 78,
  oomKilled: false,
  requestedStop,
  restartCount,
});

const rows: readonly (readonly [string, string, Snapshot, Shown])[] = [
  [
    'command-without-gateway',
    'a command of OpenClaw that is not its gateway',
    standard({ ...runs('node dist/index.js status'), inside: down }),
    {
      severity: 'error',
      evidence: [on('node dist/index.js status'), 'fly.toml: 15: app = "node dist/index.js status"'],
      marks: '"node dist/index.js status"',
      fixes: [
        `Start the gateway: ${update('--command node dist/index.js gateway status')}`,
        'Start the gateway: app = "node dist/index.js gateway status"',
      ],
    },
  ],
  [
    'bind-loopback',
    'a gateway that was seen to listen on loopback only',
    standard({
      ...runs(line.replace('lan', 'loopback')),
      inside: { gateways: [{ pid: 620, uid: 1000, command: [], listens: ['127.0.0.1:3000', '[::1]:3000'] }] },
    }),
    {
      severity: 'error',
      evidence: [
        on(line.replace('lan', 'loopback')),
        on('the gateway listens on 127.0.0.1:3000, [::1]:3000'),
        `fly.toml: 15: app = "${line.replace('lan', 'loopback')}"`,
      ],
      marks: `"${line.replace('lan', 'loopback')}"`,
      fixes: [`Add --bind lan: ${update(`--command ${line}`)}`, `Add --bind lan: app = "${line}"`],
    },
  ],
  [
    'bind-loopback',
    'an old gateway that nobody has seen and that is told nothing',
    standard({ ...runs(line.replace(' --bind lan', '')), inside: { ...down, version: '2026.2.26' } }),
    {
      severity: 'warning',
      evidence: [
        on(line.replace(' --bind lan', '')),
        `fly.toml: 15: app = "${line.replace(' --bind lan', '')}"`,
      ],
      marks: `"${line.replace(' --bind lan', '')}"`,
      fixes: [`Add --bind lan: ${update(`--command ${line}`)}`, `Add --bind lan: app = "${line}"`],
    },
  ],
  [
    'unconfigured-refused',
    'a gateway without a configuration that may not start without one',
    standard({
      ...runs(line.replace(' --allow-unconfigured', '')),
      inside: { ...down, config: file('/data/openclaw.json') },
    }),
    {
      severity: 'warning',
      evidence: [
        on(line.replace(' --allow-unconfigured', '')),
        `fly.toml: 15: app = "${line.replace(' --allow-unconfigured', '')}"`,
      ],
      marks: `"${line.replace(' --allow-unconfigured', '')}"`,
      fixes: [
        `Add --allow-unconfigured: ${update('--command node dist/index.js gateway --port 3000 --bind lan --allow-unconfigured')}`,
        'Add --allow-unconfigured: app = "node dist/index.js gateway --port 3000 --bind lan --allow-unconfigured"',
      ],
    },
  ],
  [
    'port-mismatch',
    'a port of the command that is not the one of the service',
    standard({
      ...runs(line.replace('3000', '4000')),
      inside: { gateways: [{ pid: 620, uid: 1000, command: [], listens: ['0.0.0.0:4000'] }] },
    }),
    {
      severity: 'error',
      evidence: [
        on('internal_port 3000, the gateway uses 4000'),
        'fly.toml: 18: internal_port = 3000',
        `fly.toml: 15: app = "${line.replace('3000', '4000')}"`,
      ],
      marks: '3000',
      fixes: [
        `Let the gateway use port 3000: ${update(`--command ${line}`)}`,
        `Let the gateway use port 3000: app = "${line}"`,
        'Set internal_port to 4000: internal_port = 4000',
      ],
    },
  ],
  [
    'port-mismatch',
    'a variable that says another port than the service',
    standard({
      toml: toml(' --port 3000', '').replace('[env]\n', '[env]\n  OPENCLAW_GATEWAY_PORT = "4000"\n'),
      machine: null,
    }),
    {
      severity: 'error',
      evidence: ['fly.toml: 19: internal_port = 3000', 'fly.toml: 9: OPENCLAW_GATEWAY_PORT = "4000"'],
      marks: '3000',
      fixes: [
        'Let the gateway use port 3000: app = "node dist/index.js gateway --allow-unconfigured --bind lan --port 3000"',
        'Set internal_port to 4000: internal_port = 4000',
      ],
    },
  ],
  [
    'memory-low',
    '512 MB',
    standard({ toml: toml('"2048mb"', '"512mb" # cheap'), machine: { memoryMb: 512 } }),
    {
      severity: 'error',
      evidence: [on('512 MB of memory'), 'fly.toml: 34: memory = "512mb" # cheap'],
      marks: '"512mb"',
      fixes: [
        `Set the memory to 2048 MB: ${update('--vm-memory 2048')}`,
        'Set the memory to 2048 MB: memory = "2048mb" # cheap',
      ],
    },
  ],
  [
    'memory-low',
    'a size with 1 GB',
    standard({ toml: toml(/size = .*\n.*memory.*/, 'size = "shared-cpu-4x"'), machine: { memoryMb: 1024 } }),
    {
      severity: 'warning',
      evidence: [on('1024 MB of memory'), 'fly.toml: 33: size = "shared-cpu-4x"'],
      marks: '[[vm]]',
      fixes: [
        `Set the memory to 2048 MB: ${update('--vm-memory 2048')}`,
        'Set the memory to 2048 MB: memory = "2048mb"',
      ],
    },
  ],
  [
    'heap-limit',
    'a heap that no gateway starts with',
    standard({
      toml: toml('size=1536', 'size=60'),
      machine: env({ NODE_OPTIONS: '--max-old-space-size=60' }),
      inside: down,
    }),
    {
      severity: 'error',
      evidence: [
        on('NODE_OPTIONS = “--max-old-space-size=60”, 2048 MB of memory'),
        'fly.toml: 12: NODE_OPTIONS = "--max-old-space-size=60"',
      ],
      marks: '"--max-old-space-size=60"',
      fixes: [
        `Set --max-old-space-size to 1536: ${update('-e NODE_OPTIONS=--max-old-space-size=1536')}`,
        'Set --max-old-space-size to 1536: NODE_OPTIONS = "--max-old-space-size=1536"',
      ],
    },
  ],
  [
    'heap-limit',
    'a heap without a limit, and other options',
    standard({
      toml: toml('--max-old-space-size=1536', '--no-deprecation'),
      machine: env({ NODE_OPTIONS: '--no-deprecation' }),
    }),
    {
      severity: 'warning',
      evidence: [
        on('NODE_OPTIONS = “--no-deprecation”, 2048 MB of memory'),
        'fly.toml: 12: NODE_OPTIONS = "--no-deprecation"',
      ],
      marks: '"--no-deprecation"',
      fixes: [
        `Set --max-old-space-size to 1536: ${update('-e NODE_OPTIONS=--no-deprecation --max-old-space-size=1536')}`,
        'Set --max-old-space-size to 1536: NODE_OPTIONS = "--no-deprecation --max-old-space-size=1536"',
      ],
    },
  ],
  [
    'heap-limit',
    'a heap larger than three quarters of the memory',
    standard({ toml: toml('size=1536', 'size=1900'), machine: { memoryMb: 2048 } }),
    {
      severity: 'warning',
      evidence: ['fly.toml: 12: NODE_OPTIONS = "--max-old-space-size=1900"'],
      marks: '"--max-old-space-size=1900"',
      fixes: ['Set --max-old-space-size to 1536: NODE_OPTIONS = "--max-old-space-size=1536"'],
    },
  ],
  [
    'state-dir-off-volume',
    'a state directory that is not set',
    standard({
      toml: toml(/ {2}OPENCLAW_STATE_DIR.*\n/, ''),
      machine: env({}, 'OPENCLAW_STATE_DIR'),
      inside: {
        location: { ...inspection().location, stateDir: '/home/node/.openclaw' },
        stateDir: { ...file('/home/node/.openclaw'), mountPoint: '/', freeBytes: 8e8, totalBytes: 1e9 },
        settings: {},
      },
    }),
    {
      severity: 'error',
      evidence: [
        on('state in /home/node/.openclaw, the volume is at /data'),
        'fly.toml: env.OPENCLAW_STATE_DIR is not set',
      ],
      marks: '[env]',
      fixes: [
        `Set OPENCLAW_STATE_DIR to /data: ${update('-e OPENCLAW_STATE_DIR=/data')}`,
        'Set OPENCLAW_STATE_DIR to /data: OPENCLAW_STATE_DIR = "/data"',
      ],
    },
  ],
  [
    'no-mount',
    'a machine and a fly.toml without a volume',
    standard({ toml: toml(/\[mounts\][^]*/, ''), machine: { mounts: [] } }),
    {
      severity: 'error',
      evidence: [on('no volume is mounted'), 'fly.toml: mounts is not set'],
      marks: '',
      fixes: ['Mount openclaw_data at /data: [mounts] | source = "openclaw_data" | destination = "/data"'],
    },
  ],
  [
    'volume-missing',
    'a mount whose volume is gone',
    standard({ volumes: { data: [] } }),
    { severity: 'error', evidence: [on('vol_1 at /data')], fixes: [] },
  ],
  [
    'volume-missing',
    'a fly.toml with a name that no volume has',
    standard({ toml: toml('source = "openclaw_data"', 'source = "data"') }),
    {
      severity: 'warning',
      evidence: ['fly.toml: 37: source = "data"'],
      marks: '"data"',
      fixes: ['Mount openclaw_data: source = "openclaw_data"'],
    },
  ],
  [
    'volume-region',
    'a region that is not the volume’s',
    standard({ toml: toml('"iad"', '"fra"') }),
    {
      severity: 'warning',
      evidence: ['fly.toml: 3: primary_region = "fra"', 'volumes of the app: openclaw_data (vol_1) in iad'],
      marks: '"fra"',
      fixes: ['Deploy to iad: primary_region = "iad"'],
    },
  ],
  [
    'volume-full',
    'a volume with little room',
    standard({
      inside: {
        stateDir: {
          ...file('/data'),
          mountPoint: '/data',
          freeBytes: 50 * 2 ** 20,
          totalBytes: 1000 * 2 ** 20,
        },
      },
    }),
    { severity: 'warning', evidence: [on('50 MB of 1000 MB are free at /data')], fixes: [] },
  ],
  [
    'auto-stop',
    'a machine that is suspended when idle',
    standard({
      toml: toml('auto_stop_machines = false', 'auto_stop_machines = "suspend"'),
      machine: services({ autoStop: 'suspend' }),
    }),
    {
      severity: 'warning',
      evidence: [on('autostop of port 3000: suspend'), 'fly.toml: 20: auto_stop_machines = "suspend"'],
      marks: '"suspend"',
      fixes: ['Never stop the machine: auto_stop_machines = "off"'],
    },
  ],
  [
    'min-machines',
    'no machine that has to run',
    standard({ toml: toml('min_machines_running = 1', 'min_machines_running = 0') }),
    {
      severity: 'info',
      evidence: ['fly.toml: 22: min_machines_running = 0'],
      marks: '0',
      fixes: ['Keep one machine running: min_machines_running = 1'],
    },
  ],
  [
    'kill-timeout',
    'five seconds',
    standard({ toml: `kill_timeout = 5\n${standardToml}` }),
    {
      severity: 'info',
      evidence: ['fly.toml: 1: kill_timeout = 5'],
      marks: '5',
      fixes: ['Wait for five minutes: kill_timeout = "300s"'],
    },
  ],
  [
    'several-gateways',
    'two machines that run OpenClaw',
    standard({ machines: { data: [guideMachine(), other] } }),
    {
      severity: 'error',
      evidence: [on('started in iad, volume vol_1'), 'machine e2: started in fra, volume vol_2'],
      fixes: [
        `Stop all but ${machineId}: machine stop -a my-openclaw e2`,
        `Stop all but e2: machine stop -a my-openclaw ${machineId}`,
      ],
    },
  ],
  [
    'spare-volume',
    'a volume that no machine has',
    standard({
      volumes: {
        data: [
          { ...volume, id: 'vol_1' },
          { ...volume, id: 'vol_2' },
        ],
      },
    }),
    { severity: 'info', evidence: ['volumes of the app: openclaw_data (vol_2), 1 GB in iad'], fixes: [] },
  ],
  [
    'restart-limit',
    'a machine that Fly has given up on',
    standard({ machine: { state: 'stopped', events: [exit(false, 10)] } }),
    {
      severity: 'error',
      evidence: [on('exit code 78, started again 10 times')],
      fixes: ['Rescue…: rescue', 'Show the log: showLogs', 'Start it once more: startMachine'],
    },
  ],
  [
    'machine-not-started',
    'a machine that somebody stopped',
    standard({ machine: { state: 'stopped', events: [exit(true, 10)] } }),
    {
      severity: 'error',
      evidence: [on('state: stopped')],
      fixes: ['Start Machine: startMachine', 'Show the log: showLogs'],
    },
  ],
  [
    'machine-not-started',
    'an app without machines',
    standard({ machine: null }),
    { severity: 'error', evidence: ['my-openclaw: no machines'], fixes: [] },
  ],
  [
    'startup-check',
    'a service that nobody checks',
    standard({ toml: toml(/\[\[http_service.checks\]\][^[]*/, ''), machine: services({ checks: [] }) }),
    {
      severity: 'warning',
      evidence: ['fly.toml: http_service.checks.0 is not set'],
      marks: '[http_service]',
      fixes: [
        'Add the check: [[http_service.checks]] | grace_period = "2m" | interval = "15s" | method = "GET" | timeout = "5s" | path = "/startupz"',
      ],
    },
  ],
  [
    'startup-check',
    'a check that an older version always passes',
    standard({ inside: { version: '2026.5.28' } }),
    {
      severity: 'warning',
      evidence: ['fly.toml: 30: path = "/startupz"'],
      marks: '"/startupz"',
      fixes: ['Check /healthz: path = "/healthz"'],
    },
  ],
  [
    'arm-image',
    'the kernel’s words',
    standard({
      log: {
        data: [
          {
            timestamp: '2026-11-21T19:59:00Z',
            instance: machineId,
            region: 'iad',
            level: 'info',
            provider: 'app',
            message: 'exec /usr/bin/tini: exec format error',
          },
        ],
      },
    }),
    {
      severity: 'error',
      evidence: ['log of the machine: 2026-11-21T19:59:00Z exec /usr/bin/tini: exec format error'],
      fixes: [],
    },
  ],
  [
    'drift-command',
    'another command than that of fly.toml, without its secret',
    standard({ machine: command(`${line} --token abc`) }),
    {
      severity: 'warning',
      evidence: [on(`${line} --token ***`), `fly.toml: 15: app = "${line}"`],
      marks: `"${line}"`,
      fixes: [],
    },
  ],
  [
    'drift-command',
    'another command than that of fly.toml',
    standard({ machine: command(`${line} --verbose`) }),
    {
      severity: 'warning',
      evidence: [on(`${line} --verbose`), `fly.toml: 15: app = "${line}"`],
      marks: `"${line}"`,
      fixes: [`Take the machine’s command into fly.toml: app = "${line} --verbose"`],
    },
  ],
  [
    'drift-memory',
    'more memory than fly.toml says',
    standard({ machine: { memoryMb: 4096 } }),
    {
      severity: 'warning',
      evidence: [on('4096 MB of memory'), 'fly.toml: 34: memory = "2048mb"'],
      marks: '"2048mb"',
      fixes: ['Set it to 4096 MB in fly.toml: memory = "4096mb"'],
    },
  ],
  [
    'drift-env',
    'other variables than those of fly.toml, whose secrets stay out of it',
    standard({ machine: env({ TZ: 'UTC', MY_API_KEY: 'abc' }, 'NODE_ENV') }),
    {
      severity: 'warning',
      evidence: [
        on('NODE_ENV is not set'),
        on('TZ is set, and not in fly.toml'),
        on('MY_API_KEY is set, and not in fly.toml'),
      ],
      marks: '"production"',
      fixes: ['Take TZ of the machine into fly.toml: TZ = "UTC"'],
    },
  ],
  [
    'legacy-variables',
    'names of the past in all three places',
    standard({
      toml: toml('[env]\n', '[env]\n  CLAWDBOT_LOG = "debug"\n'),
      machine: env({ CLAWDBOT_LOG: 'debug' }),
      secrets: { data: [{ name: 'MOLTBOT_GATEWAY_TOKEN', digest: '', status: 'Deployed' }] },
    }),
    {
      severity: 'warning',
      evidence: [
        'fly.toml: 9: CLAWDBOT_LOG = "debug"',
        on('CLAWDBOT_LOG'),
        'secrets of the app: MOLTBOT_GATEWAY_TOKEN',
      ],
      marks: 'CLAWDBOT_LOG',
      fixes: [
        `Set OPENCLAW_LOG: ${update('-e OPENCLAW_LOG=debug')}`,
        'Rename it to OPENCLAW_LOG: OPENCLAW_LOG = "debug"',
        'Set the secret OPENCLAW_GATEWAY_TOKEN…: setSecret OPENCLAW_GATEWAY_TOKEN',
      ],
    },
  ],
  [
    'public-addresses',
    'a private app with addresses of the internet',
    hardened({
      addresses: { data: [{ address: '66.241.124.1', type: 'shared_v4', region: '', public: true }] },
    }),
    {
      severity: 'warning',
      evidence: ['addresses of the app: 66.241.124.1 (shared_v4)'],
      marks: '"my-openclaw"',
      fixes: ['Release the public addresses: ips release 66.241.124.1 -a my-openclaw'],
    },
  ],
];

describe('about fly.toml and the machine', () => {
  it.each(rows)('%s: %s', (code, _, snapshot, expected) => {
    expect(shown(code, snapshot)).toEqual([expected]);
  });

  it('has a case for every rule', () => {
    const tested = new Set(rows.map(([code]) => code));
    expect(flyRules.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([]);
  });
});

it.each([
  [
    'bind-loopback',
    'the gateway was seen to listen for everybody',
    standard(runs(line.replace(' --bind lan', ''))),
  ],
  ['bind-loopback', 'the command is a script of the user', standard({ ...runs('/start.sh'), inside: down })],
  [
    'port-mismatch',
    'the configuration has the port',
    standard({
      ...runs(line.replace(' --port 3000', '')),
      config: { gateway: { mode: 'local', port: 3000 } },
    }),
  ],
  ['port-mismatch', 'the app is private', hardened({ toml: hardenedToml.replace('3000', '4000') })],
  [
    'unconfigured-refused',
    'the configuration is complete',
    standard(runs(line.replace(' --allow-unconfigured', ''))),
  ],
  [
    'state-dir-off-volume',
    'a secret sets it',
    standard({
      toml: toml(/ {2}OPENCLAW_STATE_DIR.*\n/, ''),
      machine: env({}, 'OPENCLAW_STATE_DIR'),
      inside: null,
      secrets: { data: [{ name: 'OPENCLAW_STATE_DIR', digest: '', status: 'Deployed' }] },
    }),
  ],
  [
    'several-gateways',
    'the other one is stopped',
    standard({ machines: { data: [guideMachine(), { ...other, state: 'stopped' }] } }),
  ],
  ['machine-not-started', 'it starts', standard({ machine: { state: 'starting' } })],
  ['public-addresses', 'the app has a service', standard()],
])('%s says nothing where %s', (code, _, snapshot) => {
  expect(shown(code, snapshot)).toEqual([]);
});
