import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { planPublic } from '../../../../src/deployment/harden/make-public.ts';
import { chosenSteps, planPrivate } from '../../../../src/deployment/harden/plan.ts';
import type { Standing } from '../../../../src/deployment/harden/standing.ts';
import { parseFlyToml } from '../../../../src/fly/toml/parse.ts';
import { valueOf } from '../../../../src/gateway/check/read.ts';
import { guideConfig } from '../doctor/openclaw-snapshots.ts';
import { guideMachine, hardenedToml, standardToml } from '../doctor/snapshots.ts';
import { app, closed, config, lacking, lineOf, shared, standing, toml, v6 } from './standings.ts';

const lines = (changes: Partial<Standing>): readonly string[] =>
  planPrivate(standing(changes)).steps.map(lineOf);
const codes = (changes: Partial<Standing>): readonly string[] =>
  planPrivate(standing(changes)).warnings.map(({ code }) => code);

const image = 'registry.fly.io/my-openclaw:deployment-1';
const deployLine = `flyctl deploy -c fly.private.toml -a ${app} --image ${image} --ha=false -y`;
const withoutLocal = {
  ...guideConfig,
  gateway: { ...guideConfig.gateway, controlUi: { allowedOrigins: ['https://my-openclaw.fly.dev'] } },
};

describe('the plan of the guide’s deployment', () => {
  it('releases what is public, allocates what is private, and keeps the next deploy from undoing it', () => {
    expect(lines({})).toEqual([
      'write fly.private.toml',
      `flyctl ips release 2001:db8::18 -a ${app}`,
      `flyctl ips release 66.241.124.1 -a ${app}`,
      `flyctl ips allocate-v6 --private -a ${app}`,
      deployLine,
    ]);
    expect(codes({})).toEqual(['names', 'public-toml', 'live-services']);
  });

  it('ticks everything but the deploy, which interrupts the gateway', () => {
    const ticked = planPrivate(standing()).steps.filter(({ picked }) => !picked);
    expect(ticked.map(({ id }) => id)).toEqual(['deploy']);
  });

  it('makes a file that has everything but the services', () => {
    const step = planPrivate(standing()).steps[0];
    if (step?.kind !== 'file') throw new Error('No file is written.');
    expect(parseFlyToml(step.after).value).toEqual(parseFlyToml(hardenedToml).value);
    expect(step.after).toContain("# The team's gateway.");
    expect(step.after).toContain('# fly deploy -c fly.private.toml');
    expect(step).toMatchObject({ folder: '/w', file: 'fly.private.toml' });
    expect(step.before).toBeUndefined();
  });

  it('writes the file before it is deployed, also when only the deploy was chosen', () => {
    const chosen = chosenSteps(planPrivate(standing()), new Set(['deploy']));
    expect(chosen.map(({ id }) => id)).toEqual(['toml', 'deploy']);
  });
});

describe('addresses', () => {
  it('of the private network and of egress stay', () => {
    const egress = { address: '137.66.1.1', type: 'egress_v4', region: 'fra', public: false };
    expect(lines({ addresses: [closed, egress], tomls: [toml(hardenedToml)] })).toEqual([
      `flyctl deploy -c fly.toml -a ${app} --image ${image} --ha=false -y`,
    ]);
  });

  it('are not allocated twice', () => {
    expect(lines({ addresses: [v6, closed] }).join()).not.toContain('allocate');
  });

  it('that are unknown to us count as public', () => {
    const unknown = { address: '203.0.113.9', type: 'v7', region: '', public: true };
    expect(lines({ addresses: [unknown, closed] })).toContain(`flyctl ips release 203.0.113.9 -a ${app}`);
  });

  it('of the user’s domains are named among what no longer answers', () => {
    const names = planPrivate(standing({ certificates: [{ hostname: 'claw.example.com' }] })).warnings[0];
    expect(names?.text).toContain('my-openclaw.fly.dev, claw.example.com');
  });
});

describe('a fly.toml', () => {
  it('that is private already is used as it is', () => {
    const tomls = [toml(standardToml), toml(hardenedToml, 'deploy/fly.private.toml')];
    expect(lines({ tomls }).at(-1)).toContain('-c deploy/fly.private.toml');
    expect(lines({ tomls }).join()).not.toContain('write');
  });

  it('that is called private and has services loses them', () => {
    const step = planPrivate(standing({ tomls: [toml(standardToml, 'fly.private.toml')] })).steps[0];
    expect(step).toMatchObject({ kind: 'file', file: 'fly.private.toml', before: standardToml });
  });

  it('in a folder of its own gets its private variant there', () => {
    const plan = planPrivate(standing({ tomls: [toml(standardToml, 'ops/fly.toml')] }));
    expect(plan.steps.map(lineOf)).toContain('write ops/fly.private.toml');
  });

  it('with [[services]] makes public as well', () => {
    const text = `app = "${app}"\n[[services]]\ninternal_port = 1\n[mounts]\nsource = "d"\n`;
    const step = planPrivate(standing({ tomls: [toml(text)] })).steps[0];
    expect(step).toMatchObject({ kind: 'file' });
    expect(codes({ tomls: [toml(text)] })).toContain('public-toml');
  });

  it('that nobody has in the workspace is warned about, and nothing is deployed', () => {
    expect(codes({ tomls: [] })).toEqual(['names', 'no-toml']);
    expect(lines({ tomls: [] }).join()).not.toContain('deploy');
  });

  it('without [mounts] is not deployed over a volume, which flyctl refuses', () => {
    const machine = guideMachine({ mounts: [{ volume: 'vol_1', path: '/data' }] });
    const tomls = [toml(`app = "${app}"\n[http_service]\ninternal_port = 1\n`)];
    expect(lines({ machine, tomls }).join()).not.toContain('deploy -c');
    expect(codes({ machine, tomls })).toContain('no-mounts');
  });

  it('that is not TOML is left alone', () => {
    expect(lines({ tomls: [toml('[http_service')] }).join()).not.toMatch(/write|deploy/);
  });

  it('is not deployed when the image of the machine is unknown, or when no machine has a service', () => {
    expect(planPrivate(lacking('image')).steps.map(({ id }) => id)).not.toContain('deploy');
    expect(lines({ machine: guideMachine({ services: [] }) }).join()).not.toContain('deploy -c');
  });
});

describe('the gateway', () => {
  it('learns the origins that the proxy has, beside those it knows', () => {
    const step = planPrivate(standing(config(withoutLocal))).steps[0];
    if (step?.kind !== 'config') throw new Error('The configuration is not changed.');
    expect(valueOf(step.after)).toMatchObject({
      gateway: {
        controlUi: {
          allowedOrigins: ['https://my-openclaw.fly.dev', 'http://localhost:3000', 'http://127.0.0.1:3000'],
        },
      },
    });
  });

  it.each([
    ['takes any', { gateway: { controlUi: { allowedOrigins: ['*'] } } }],
    ['has no Control UI', { gateway: { controlUi: { enabled: false } } }],
    ['may have them in another file', { gateway: { $include: './gateway.json5' } }],
  ])('learns none when it %s', (_, value) => {
    expect(planPrivate(standing(config(value))).steps.map(({ id }) => id)).not.toContain('origins');
  });

  it('that asks for no token is warned about, since the whole organization reaches it', () => {
    const open = { ...guideConfig, gateway: { ...guideConfig.gateway, auth: { mode: 'none' } } };
    expect(codes(config(open))).toContain('auth-none');
  });

  it('that has no token is warned about', () => {
    expect(codes({ secrets: [] })).toContain('no-token');
    expect(codes({})).not.toContain('no-token');
  });

  it('on the loopback is not reached by the proxy', () => {
    const machine = guideMachine({ command: ['node', 'dist/index.js', 'gateway', '--bind', 'loopback'] });
    expect(codes({ machine })).toContain('loopback');
  });

  it('that could not be asked is said, with the reason', () => {
    const plan = planPrivate({ ...lacking('config'), configFailure: new Failure('noStartedMachine') });
    const unread = plan.warnings.find(({ code }) => code === 'config-unread');
    expect(unread?.text).toContain('webhooks and origins are unknown');
    expect(plan.steps.map(({ id }) => id)).toContain(`release:${v6.address}`);
  });
});

describe('an app that is private already', () => {
  it('has nothing left to do', () => {
    const machine = guideMachine({ services: [] });
    expect(
      planPrivate(standing({ addresses: [closed], machine, tomls: [toml(hardenedToml)] })),
    ).toMatchObject({
      steps: [],
      warnings: [],
    });
  });
});

describe('the way back', () => {
  const back = (changes: Partial<Standing> = {}): Standing =>
    standing({
      addresses: [closed],
      machine: guideMachine({ services: [] }),
      tomls: [toml(standardToml), toml(hardenedToml, 'fly.private.toml')],
      ...changes,
    });

  it('allocates what costs nothing and deploys the file with services', () => {
    const plan = planPublic(back());
    expect(plan.steps.map(lineOf)).toEqual([
      `flyctl ips allocate-v4 --shared -a ${app}`,
      `flyctl ips allocate-v6 -a ${app}`,
      `flyctl deploy -c fly.toml -a ${app} --image ${image} --ha=false -y`,
    ]);
    expect(plan.steps.every(({ picked }) => picked)).toBe(true);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['reachable']);
  });

  it('needs no deploy while the machines still have their services', () => {
    const plan = planPublic(back({ machine: guideMachine() }));
    expect(plan.steps.map(({ id }) => id)).toEqual(['allocate:shared_v4', 'allocate:v6']);
  });

  it('says that nothing answers when no file has services', () => {
    const plan = planPublic(back({ tomls: [toml(hardenedToml)] }));
    expect(plan.warnings.map(({ code }) => code)).toContain('no-service');
  });

  it('keeps the addresses that are there', () => {
    const plan = planPublic(back({ addresses: [shared, v6] }));
    expect(plan.steps.map(({ id }) => id)).toEqual(['deploy']);
  });
});
