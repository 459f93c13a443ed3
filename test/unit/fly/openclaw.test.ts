import { describe, expect, it } from 'vitest';
import { appNameOf } from '../../../src/fly/fly-toml.ts';
import { runsOpenClaw } from '../../../src/fly/openclaw.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { output } from './verbs/printed.ts';

function machine(config: object) {
  const [parsed] = listMachines('app').parse(output(JSON.stringify([{ id: 'd89', config }])));
  if (!parsed) throw new Error('no machine');
  return parsed;
}

describe('runsOpenClaw', () => {
  it.each([
    { image: 'ghcr.io/openclaw/openclaw:2026.9.6' },
    { image: 'registry.fly.io/my-clawdbot:deployment-1' },
    { image: 'registry.fly.io/app:1', env: { OPENCLAW_STATE_DIR: '/data' } },
    { image: 'registry.fly.io/app:1', init: { cmd: ['node', 'dist/index.js', 'gateway', '--port', '3000'] } },
    { image: 'registry.fly.io/app:1', init: { cmd: ['node', '/app/openclaw.mjs', 'gateway'] } },
  ])('sees it in %j', (config) => {
    expect(runsOpenClaw(machine(config))).toBe(true);
  });

  it.each([
    { image: 'registry.fly.io/shop:1', env: { PORT: '3000' }, init: { cmd: ['node', 'dist/index.js'] } },
    { image: 'registry.fly.io/api-gateway:1', init: { cmd: ['gateway', 'serve'] } },
    {},
  ])('does not see it in %j', (config) => {
    expect(runsOpenClaw(machine(config))).toBe(false);
  });
});

describe('appNameOf', () => {
  it.each([
    ['app = "my-openclaw"\nprimary_region = "fra"\n', 'my-openclaw'],
    ['# comment\napp = \'quoted\'\n[env]\napp = "no"\n', 'quoted'],
    ['[env]\napp = "no"\n', undefined],
    ['app = ""\n', undefined],
    ['app = 3\n', undefined],
    ['app = "broken', undefined],
    ['', undefined],
  ])('of %j is %s', (text, expected) => {
    expect(appNameOf(text)).toBe(expected);
  });
});
