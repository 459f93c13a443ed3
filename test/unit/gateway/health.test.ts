import { describe, expect, test, vi } from 'vitest';
import { probe } from '../../../src/gateway/health.ts';
import { freePort, serve } from './fake-gateway.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const live = { '/healthz': { json: { ok: true, status: 'live' } } };
const started = { json: { ok: true, status: 'started', version: '2026.9.6', uptimeMs: 5 } };
const startingUp = {
  status: 503,
  json: { ok: false, status: 'starting', pendingReason: 'startup-sidecars' },
};
const draining = { status: 503, json: { ok: false, status: 'draining' } };
const failing = (...names: string[]) => ({
  status: 503,
  json: { ready: false, failing: names, uptimeMs: 5 },
});

function machine(options: { readonly gateway: boolean } = { gateway: false }): MachineFolder {
  const folder = new MachineFolder();
  if (options.gateway) folder.addProcess({ pid: 620, command: ['openclaw-gateway'] });
  return folder;
}

describe('a gateway since 2026.8.1', () => {
  test.each([
    [
      'serves',
      { '/startupz': started, '/readyz': { json: { ready: true } } },
      { state: 'ready', failing: [] },
    ],
    [
      'serves, but a channel fails',
      { '/startupz': started, '/readyz': failing('discord') },
      { state: 'ready', failing: ['discord'] },
    ],
    [
      'starts',
      { '/startupz': startingUp, '/readyz': failing('startup-sidecars') },
      { state: 'starting', failing: [] },
    ],
    [
      'drains',
      { '/startupz': draining, '/readyz': failing('gateway-draining') },
      { state: 'starting', failing: [] },
    ],
  ])('that %s', async (_, answers, expected) => {
    const port = await serve({ ...live, ...answers });
    expect(await probe(machine().shell(), { ports: [port] })).toMatchObject({ ...expected, port });
  });

  test('tells its version and names what fails', async () => {
    const port = await serve({ ...live, '/startupz': started, '/readyz': failing('discord', 'telegram') });
    expect(await probe(machine().shell(), { ports: [port] })).toMatchObject({
      version: '2026.9.6',
      uptimeMs: 5,
      detail: `The gateway answers on port ${port}, but this does not work: discord, telegram.`,
    });
  });
});

describe('a gateway since 2026.3.1, whose /startupz is a page with status 200', () => {
  test.each([
    ['serves', { '/readyz': { json: { ready: true } } }, { state: 'ready', failing: [] }],
    [
      'serves, but a channel fails',
      { '/readyz': failing('discord') },
      { state: 'ready', failing: ['discord'] },
    ],
    ['starts', { '/readyz': failing('startup-sidecars') }, { state: 'starting' }],
    ['says nothing about its readiness', {}, { state: 'ready' }],
  ])('that %s', async (_, answers, expected) => {
    const port = await serve({ ...live, ...answers });
    expect(await probe(machine().shell(), { ports: [port] })).toMatchObject({ ...expected, port });
  });
});

describe('a machine', () => {
  test('whose gateway is older than the questions is ready when its page comes', async () => {
    const port = await serve({}, '<html><title>Clawdbot Control</title></html>');
    expect(await probe(machine().shell(), { ports: [port] })).toMatchObject({ state: 'ready', port });
  });

  test('with another program on the port has no gateway', async () => {
    const port = await serve({}, '<html><title>Welcome to nginx!</title></html>');
    expect(await probe(machine().shell(), { ports: [port] })).toMatchObject({ state: 'down' });
  });

  test('without anything has no gateway', async () => {
    expect(await probe(machine().shell(), { ports: [await freePort()] })).toEqual({
      state: 'down',
      detail: 'No gateway runs on the machine.',
      failing: [],
    });
  });

  test('whose gateway does not listen yet is starting', async () => {
    const health = await probe(machine({ gateway: true }).shell(), { ports: [await freePort()] });
    expect(health).toMatchObject({ state: 'starting', detail: 'The gateway runs but does not listen yet.' });
  });

  test('whose gateway listens but is too busy to answer is starting', async () => {
    const silent = { silent: true };
    const port = await serve({ '/startupz': silent, '/readyz': silent, '/healthz': silent });
    expect(await probe(machine().shell(), { ports: [port] })).toMatchObject({ state: 'starting', port });
  });

  test('is asked on all ports until one answers like a gateway', async () => {
    const other = await serve({}, '<title>other</title>');
    const port = await serve({ ...live, '/startupz': started });
    const health = await probe(machine().shell(), { ports: [await freePort(), other, port] });
    expect(health).toMatchObject({ state: 'ready', port });
  });
});
