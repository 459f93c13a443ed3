import type { Machine } from '../../../../src/fly/model.ts';
import type { Finding as ConfigFinding } from '../../../../src/gateway/check/finding.ts';
import type { Inspection } from '../../../../src/gateway/inspect/inspection.ts';
import type { FoundLock } from '../../../../src/gateway/locks.ts';
import { type Diagnosis, examine } from '../../../../src/deployment/doctor/examine.ts';
import type { Snapshot } from '../../../../src/deployment/doctor/snapshot.ts';

export const nowMs = Date.parse('2026-11-21T20:00:00Z');
const app = 'my-openclaw';
export const machineId = 'd8916e2c431518';

/** The configuration of OpenClaw's own guide to Fly (2026.9.6, docs/install/fly.md). */
export const guideConfig = {
  agents: {
    defaults: {
      model: {
        primary: 'anthropic/claude-opus-4-6',
        fallbacks: ['anthropic/claude-sonnet-4-6', 'openai/gpt-5.4'],
      },
      maxConcurrent: 4,
    },
    entries: { main: { default: true } },
  },
  auth: {
    profiles: {
      'anthropic:default': { mode: 'token', provider: 'anthropic' },
      'openai:default': { mode: 'token', provider: 'openai' },
    },
  },
  bindings: [{ agentId: 'main', match: { channel: 'discord' } }],
  channels: {
    discord: {
      enabled: true,
      groupPolicy: 'allowlist',
      guilds: {
        YOUR_GUILD_ID: { channels: { general: { enabled: true } }, requireMention: false },
      },
    },
  },
  gateway: {
    mode: 'local',
    bind: 'auto',
    controlUi: {
      allowedOrigins: ['https://my-openclaw.fly.dev', 'http://localhost:3000', 'http://127.0.0.1:3000'],
    },
  },
  meta: {},
};

/** As people write it: with comments and two blanks. */
export function textOf(config: unknown): string {
  return `// my gateway\n${JSON.stringify(config, undefined, 2)}\n`;
}

const command = 'node dist/index.js gateway --allow-unconfigured --port 3000 --bind lan'.split(' ');
const names = ['OPENCLAW_GATEWAY_TOKEN', 'ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'DISCORD_BOT_TOKEN'];

export function machine(changes: Partial<Machine> = {}): Machine {
  return {
    id: machineId,
    name: 'icy-water-1',
    app,
    state: 'started',
    privateIp: '',
    region: 'iad',
    image: 'my-openclaw:deployment-01',
    imageDigest: 'sha256:0',
    cpuKind: 'shared',
    cpus: 2,
    memoryMb: 2048,
    processGroup: 'app',
    env: { OPENCLAW_STATE_DIR: '/data', NODE_OPTIONS: '--max-old-space-size=1536' },
    command,
    init: { exec: [], entrypoint: [], cmd: command },
    otherCommands: 0,
    mounts: [{ volume: 'vol_1', path: '/data' }],
    metadata: {},
    services: [],
    ownChecks: {},
    restart: { policy: 'on-failure', maxRetries: 10 },
    internalPorts: [3000],
    checks: [],
    events: [],
    containers: [],
    hostStatus: 'ok',
    cordoned: false,
    createdAt: '2026-11-20T10:00:00Z',
    updatedAt: '2026-11-20T10:00:00Z',
    ...changes,
  };
}

export function lock(changes: Partial<FoundLock> = {}): FoundLock {
  return {
    path: '/data/tmp/openclaw-1000/gateway.state.lock',
    uid: 1000,
    mtimeMs: nowMs - 3_600_000,
    sha256: '',
    owner: { pid: 620, role: 'gateway' },
    verdict: 'held',
    reason: 'The gateway that made it runs as process 620.',
    ...changes,
  };
}

export function file(path: string, changes: Partial<NonNullable<Inspection['config']>> = {}) {
  return { path, uid: 1000, gid: 1000, mode: 0o600, bytes: 1000, mtimeMs: nowMs - 86_400_000, ...changes };
}

/** What one look into a healthy machine brings. */
export function inspection(changes: Partial<Inspection> = {}): Inspection {
  return {
    location: {
      stateDir: '/data',
      configPath: '/data/openclaw.json',
      tempDirs: ['/tmp'],
      ports: [3000, 18_789],
    },
    health: {
      state: 'ready',
      detail: 'The gateway answers on port 3000.',
      port: 3000,
      version: '2026.9.6',
      uptimeMs: 3_600_000,
      failing: [],
    },
    locks: { locks: [lock()], others: [], facts: facts({ gateways: [620], answeringPort: 3000 }) },
    config: { ...file('/data/openclaw.json'), text: textOf(guideConfig) },
    otherConfigs: [],
    copies: [file('/data/openclaw.json.last-good')],
    stateDir: { ...file('/data', { mode: 0o755 }), mountPoint: '/data', freeBytes: 8e8, totalBytes: 1e9 },
    foreign: { count: 0, files: [] },
    gateways: [{ pid: 620, uid: 1000, command, listens: ['0.0.0.0:3000'] }],
    mainUid: 1000,
    version: '2026.9.6',
    architecture: 'x86_64',
    memory: { totalBytes: 2048 * 2 ** 20, availableBytes: 1024 * 2 ** 20 },
    variables: [...names, 'HOME', 'NODE_OPTIONS', 'OPENCLAW_STATE_DIR', 'PATH'],
    settings: { OPENCLAW_STATE_DIR: '/data' },
    log: [{ timeMs: nowMs - 3_590_000, text: 'ready' }],
    ...changes,
  };
}

export function facts(changes: Partial<Inspection['locks']['facts']> = {}): Inspection['locks']['facts'] {
  return {
    nowMs,
    bootMs: nowMs - 7_200_000,
    processesVisible: true,
    processes: new Map(),
    gateways: [],
    ...changes,
  };
}

/** What is true of a machine on which no gateway runs. */
export const down: Partial<Inspection> = {
  health: { state: 'down', detail: 'No gateway runs on the machine.', failing: [] },
  gateways: [],
  locks: { locks: [], others: [], facts: facts() },
};

/** What is true while a gateway starts. */
export const starting: Partial<Inspection> = {
  health: { state: 'starting', detail: 'The gateway starts.', failing: [] },
};

export interface Changes extends Partial<Snapshot> {
  /** What is different in the machine; `null` when nobody could look. */
  readonly inside?: Partial<Inspection> | null;
  /** The configuration on it, as a value or as a text. */
  readonly config?: unknown;
}

/** A healthy deployment of the guide, public, and what is different. */
export function snapshot({ inside, config, ...changes }: Changes = {}): Snapshot {
  const text = typeof config === 'string' ? config : textOf(config ?? guideConfig);
  const looked = inspection({ config: { ...file('/data/openclaw.json'), text }, ...inside });
  return {
    app,
    takenAtMs: nowMs,
    flyctl: {
      binary: { data: { path: '/usr/bin/flyctl', version: '0.4.77' } },
      others: [],
      account: { data: 'me@example.com' },
    },
    machines: { data: [machine()] },
    addresses: { data: [{ address: '66.241.124.1', type: 'shared_v4', region: 'global', public: true }] },
    certificates: { data: [] },
    volumes: { data: [] },
    secrets: { data: names.map((name) => ({ name, digest: '0', status: 'Deployed' })) },
    log: { data: [] },
    machine: machine(),
    ...(inside !== null && { inspection: { data: looked } }),
    complaint: { data: undefined },
    configFindings: [],
    ...changes,
  };
}

/** What the editor's checks say, at the first characters of the file. */
export function configFinding(changes: Partial<ConfigFinding>): ConfigFinding {
  const range = { start: { line: 2, character: 2 }, end: { line: 2, character: 10 } };
  return { severity: 'error', code: 'unknown-key', path: 'gateway.nope', range, message: 'No.', ...changes };
}

/** What the rule with the code finds. */
export function found(code: string, of: Snapshot): readonly Diagnosis[] {
  return examine(of).filter((diagnosis) => diagnosis.code === code);
}

/** Codes of all findings of the layer, with their severities. */
export function codes(of: Snapshot): readonly string[] {
  return examine(of)
    .filter(({ layer }) => layer === 'openclaw')
    .map(({ severity, code }) => `${severity} ${code}`);
}

/** What the fixes of a finding do: the name of the command, or the kind. */
export function fixesOf(diagnosis: Diagnosis | undefined): readonly string[] {
  return (diagnosis?.fixes ?? []).map((fix) => {
    if (fix.kind === 'command') return fix.secret ? `${fix.command} ${fix.secret}` : fix.command;
    if (fix.kind === 'flyctl') return fix.verbs.map(({ args }) => args.join(' ')).join('; ');
    return fix.kind;
  });
}

/** The text that the finding's place marks. */
export function marked(text: string, diagnosis: Diagnosis | undefined): string | undefined {
  const range = diagnosis?.place?.range;
  const line = range && text.split('\n')[range.start.line];
  return (
    range &&
    line?.slice(range.start.character, range.start.line === range.end.line ? range.end.character : undefined)
  );
}
