import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import type { Verb } from '../../../../src/fly/flyctl.ts';
import { listOrganizations, version, whoami } from '../../../../src/fly/verbs/account.ts';
import { listApps, status } from '../../../../src/fly/verbs/apps.ts';
import { listCertificates } from '../../../../src/fly/verbs/certificates.ts';
import { listAddresses, releaseAddress } from '../../../../src/fly/verbs/ips.ts';
import {
  listMachines,
  restartMachine,
  startMachine,
  stopMachine,
} from '../../../../src/fly/verbs/machines.ts';
import { deploySecrets, listSecrets, unsetSecret } from '../../../../src/fly/verbs/secrets.ts';
import { listVolumes } from '../../../../src/fly/verbs/volumes.ts';
import { output, printed } from './printed.ts';

const app = 'my-openclaw';
const machine = 'd8916e2c431518';

const commands: readonly (readonly [Verb<unknown>, string, 'read' | 'write'])[] = [
  [version(), 'version --json', 'read'],
  [whoami(), 'auth whoami --json', 'read'],
  [listOrganizations(), 'orgs list --json', 'read'],
  [listApps(), 'apps list --json', 'read'],
  [status(app), 'status -a my-openclaw --json', 'read'],
  [listMachines(app), 'machine list -a my-openclaw --json', 'read'],
  [listAddresses(app), 'ips list -a my-openclaw --json', 'read'],
  [releaseAddress(app, '2a09:8280:1::1:2'), 'ips release 2a09:8280:1::1:2 -a my-openclaw', 'write'],
  [listCertificates(app), 'certs list -a my-openclaw --json', 'read'],
  [listVolumes(app), 'volumes list -a my-openclaw --json', 'read'],
  [listSecrets(app), 'secrets list -a my-openclaw --json', 'read'],
  [deploySecrets(app), 'secrets deploy -a my-openclaw', 'write'],
  [unsetSecret(app, 'TOKEN'), 'secrets unset -a my-openclaw TOKEN', 'write'],
  [unsetSecret(app, 'TOKEN', { stage: true }), 'secrets unset -a my-openclaw --stage TOKEN', 'write'],
  [startMachine(app, machine), 'machine start -a my-openclaw d8916e2c431518', 'write'],
  [stopMachine(app, machine), 'machine stop -a my-openclaw d8916e2c431518', 'write'],
  [
    restartMachine(app, machine),
    'machine restart -a my-openclaw --skip-health-checks d8916e2c431518',
    'write',
  ],
];

describe('a verb', () => {
  it.each(commands)('%# runs flyctl %s', (verb, line, kind) => {
    expect(verb.args.join(' ')).toBe(line);
    expect(verb.kind).toBe(kind);
    expect(verb.deadlineMs).toBeGreaterThanOrEqual(10_000);
  });

  it.each(commands.filter(([, line]) => line.includes('-a ')))('%# names its app: %s', (verb) => {
    expect(verb.app).toBe(app);
  });

  it.each(commands.filter(([, line]) => line.includes('--json')))(
    '%# refuses what it does not know: %s',
    (verb) => {
      for (const text of ['', 'Usage:\n', '"text"', '[{"zork": 1}]', '{"a": 1}']) {
        expect(() => verb.parse(output(text))).toThrow(Failure);
      }
    },
  );

  it.each(commands.filter(([{ parse }]) => isList(parse)))('%# takes null and [] for nothing', (verb) => {
    expect(verb.parse(output('null\n'))).toEqual([]);
    expect(verb.parse(output('[]\n'))).toEqual([]);
  });
});

function isList(parse: (printed: ReturnType<typeof output>) => unknown): boolean {
  try {
    return Array.isArray(parse(output('[]')));
  } catch {
    return false;
  }
}

describe('what they read', () => {
  it('version', () => {
    expect(version().parse(output('{"Name":"flyctl","Version":"0.4.87","Commit":"ad0172f"}\n'))).toBe(
      '0.4.87',
    );
  });

  it('account and organizations', () => {
    expect(whoami().parse(printed('auth-whoami'))).toEqual({ email: 'me@example.com' });
    expect(listOrganizations().parse(printed('orgs-list'))).toEqual([
      { slug: 'acme', name: 'Acme' },
      { slug: 'personal', name: 'Me Myself' },
    ]);
  });

  it('organizations that were printed before a failure, as some versions do', () => {
    const { accepts } = listOrganizations();
    expect(accepts?.({ ...printed('orgs-list'), exitCode: 1 })).toBe(true);
    expect(accepts?.(output('', 'Error: no access token available.', 1))).toBe(false);
  });

  it('apps', () => {
    const currentRelease = { createdAt: '2026-11-20T09:00:00Z', status: '' };
    expect(listApps().parse(printed('apps-list'))).toEqual([
      {
        ...{ name: 'my-openclaw', organization: 'acme', status: 'deployed', hostname: 'my-openclaw.fly.dev' },
        currentRelease,
      },
      { name: 'old', organization: 'acme', status: 'suspended', hostname: '', currentRelease },
    ]);
  });

  it('the status of an app with its machines', () => {
    const { machines, ...rest } = status(app).parse(printed('status'));
    expect(rest).toEqual({
      name: 'my-openclaw',
      organization: 'acme',
      status: 'deployed',
      hostname: 'my-openclaw.fly.dev',
    });
    expect(machines).toEqual(listMachines(app).parse(printed('machine-list')).slice(0, 1));
    expect(() => status(app).parse(output('{"Name": "x", "Machines": [{}]}'))).toThrow(Failure);
  });

  it('addresses, and which of them the internet can reach', () => {
    expect(listAddresses(app).parse(printed('ips-list'))).toEqual([
      { address: '2a09:8280:1::1:2', type: 'v6', region: 'global', public: true },
      { address: '66.241.124.1', type: 'shared_v4', region: '', public: true },
      { address: 'fdaa:0:18:0:1::2', type: 'private_v6', region: 'global', public: false },
      { address: '137.66.1.1', type: 'egress_v4', region: 'fra', public: false },
    ]);
  });

  it('certificates, as flyctl named their domain before and does now', () => {
    const old = output(
      '[{"CreatedAt":"2026-01-01T00:00:00Z","Hostname":"a.example.org","ClientStatus":"Ready"}]',
    );
    expect(listCertificates(app).parse(old)).toEqual([{ hostname: 'a.example.org' }]);
    const current = output('[{"hostname":"b.example.org","configured":true}]');
    expect(listCertificates(app).parse(current)).toEqual([{ hostname: 'b.example.org' }]);
    expect(listCertificates(app).parse(output('null'))).toEqual([]);
  });

  it('volumes', () => {
    expect(listVolumes(app).parse(printed('volumes-list'))).toEqual([
      {
        id: 'vol_4xk2p9',
        name: 'openclaw_data',
        state: 'created',
        sizeGb: 1,
        region: 'fra',
        encrypted: true,
        attachedMachine: machine,
        createdAt: '2026-11-20T09:00:00Z',
      },
      {
        id: 'vol_free',
        name: 'spare',
        state: 'created',
        sizeGb: 3,
        region: 'fra',
        encrypted: false,
        createdAt: '',
      },
    ]);
  });

  it('secrets, with a status only where flyctl gives one', () => {
    expect(listSecrets(app).parse(printed('secrets-list'))).toEqual([
      { name: 'DISCORD_BOT_TOKEN', digest: 'b8a5c9d1', status: 'Deployed' },
      { name: 'OPENCLAW_GATEWAY_TOKEN', digest: '0f1e2d3c', status: '' },
    ]);
  });
});

describe('a machine', () => {
  const [full, bare] = listMachines(app).parse(printed('machine-list'));

  it('has everything that flyctl says', () => {
    expect(full).toMatchObject({
      id: machine,
      name: 'autumn-leaf-42',
      app,
      state: 'started',
      region: 'fra',
      privateIp: expect.stringMatching(/^fdaa:/),
      image: 'openclaw/openclaw:2026.9.6',
      imageDigest: 'sha256:9f86d0',
      cpuKind: 'shared',
      cpus: 2,
      memoryMb: 2048,
      processGroup: 'app',
      env: { NODE_ENV: 'production', OPENCLAW_STATE_DIR: '/data', GREETING: '<a & b>' },
      command: ['node', 'dist/index.js', 'gateway', '--port', '3000', '--bind', 'lan'],
      mounts: [{ volume: 'vol_4xk2p9', path: '/data' }],
      init: {
        exec: [],
        entrypoint: [],
        cmd: ['node', 'dist/index.js', 'gateway', '--port', '3000', '--bind', 'lan'],
      },
      metadata: { fly_process_group: 'app', fly_platform_version: 'v2' },
      services: [
        {
          protocol: 'tcp',
          internalPort: 3000,
          autoStop: 'off',
          autoStart: true,
          minMachinesRunning: 1,
          ports: [{ port: 443, handlers: ['tls', 'http'] }],
          checks: [{ type: 'http', path: '/startupz' }],
        },
        {
          protocol: 'tcp',
          internalPort: 9000,
          autoStop: 'suspend',
          autoStart: false,
          minMachinesRunning: 0,
          ports: [],
          checks: [],
        },
      ],
      otherCommands: 0,
      ownChecks: { alive: { type: 'tcp', port: 3000, path: '' } },
      restart: { policy: 'on-failure', maxRetries: 10 },
      stopTimeoutMs: 10_000,
      internalPorts: [3000, 9000],
      checks: [
        { name: 'servicecheck-00-http-3000', status: 'passing', output: expect.stringContaining('200 OK') },
      ],
      containers: [],
      hostStatus: 'ok',
      cordoned: false,
      createdAt: '2026-11-20T09:00:00Z',
      updatedAt: '2026-11-21T10:00:00Z',
    });
  });

  it('has its events newest first, with how it ended', () => {
    expect(full?.events).toEqual([
      {
        type: 'exit',
        status: 'stopped',
        source: 'flyd',
        timestamp: 1763719500000,
        exitCode: 137,
        oomKilled: true,
        requestedStop: false,
        restartCount: 1,
      },
      { type: 'start', status: 'started', source: 'flyd', timestamp: 1763719200000 },
      {
        type: 'exit',
        status: 'stopped',
        source: 'flyd',
        timestamp: 1763715900000,
        exitCode: 0,
        oomKilled: false,
        requestedStop: true,
        restartCount: 1,
      },
    ]);
  });

  it('has gaps filled while its host cannot be reached', () => {
    expect(bare).toEqual({
      id: 'e784079b449483',
      name: '',
      app,
      state: '',
      region: '',
      privateIp: '',
      image: 'registry.fly.io/my-openclaw:deployment-01',
      imageDigest: '',
      cpuKind: '',
      cpus: 0,
      memoryMb: 0,
      processGroup: '',
      env: {},
      command: [],
      init: { exec: [], entrypoint: [], cmd: [] },
      mounts: [],
      metadata: {},
      services: [],
      otherCommands: 0,
      ownChecks: {},
      restart: { policy: '' },
      internalPorts: [],
      checks: [],
      events: [],
      containers: [],
      hostStatus: 'unreachable',
      cordoned: true,
      createdAt: '',
      updatedAt: '',
    });
  });

  it.each([
    [false, 'off'],
    [true, 'stop'],
    ['suspend', 'suspend'],
    ['stop', 'stop'],
    ['off', 'off'],
    [null, 'off'],
  ])('whose autostop is printed as %s has it as %s', (autostop, autoStop) => {
    const config = { services: [{ internal_port: 3000, autostop }] };
    const [parsed] = listMachines(app).parse(output(JSON.stringify([{ id: machine, config }])));
    expect(parsed?.services[0]?.autoStop).toBe(autoStop);
  });

  it('has the command of its process when init names none', () => {
    const config = { init: {}, processes: [{ cmd: ['node', 'openclaw.mjs', 'gateway'] }] };
    const [parsed] = listMachines(app).parse(output(JSON.stringify([{ id: machine, config }])));
    expect(parsed?.command).toEqual(['node', 'openclaw.mjs', 'gateway']);
  });
});
