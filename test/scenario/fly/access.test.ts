import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort as takeIfFree, openProxy } from '../../../src/fly/proxy.ts';
import { createPeer, listPeers, removePeer } from '../../../src/fly/verbs/wireguard.ts';
import { freePort } from '../../flysim/harness.ts';
import { app, type Fly, startFly } from './support.ts';

let fly: Fly;
const never = new AbortController().signal;
/** Stands in for the gateway: machines of the simulation listen on the ports of this computer. */
const gateway = createServer((request, response) => response.end(`this is ${request.url}`));
let remotePort: number;

beforeAll(async () => {
  fly = await startFly();
  remotePort = await freePort();
  await new Promise<void>((resolve) => gateway.listen(remotePort, '127.0.0.1', resolve));
});
afterEach(() => fly.flysim.clearFaults());
afterAll(async () => {
  gateway.close();
  await fly[Symbol.asyncDispose]();
});

describe('a proxy', () => {
  it('forwards a free local port to the machine, and ends when it is disposed', async () => {
    const proxy = await openProxy(fly.runner, { app, remotePort, localPort: 0 }, never);
    expect(proxy).toMatchObject({ app, remotePort });
    const reply = await fetch(`http://127.0.0.1:${proxy.localPort}/healthz`);
    expect(await reply.text()).toBe('this is /healthz');
    proxy.dispose();
    expect(await proxy.ended).toBeUndefined();
    await fly.expectNoProcess();
    await expect(fetch(`http://127.0.0.1:${proxy.localPort}/`)).rejects.toThrow('fetch failed');
  });

  it('listens although nothing answers on the machine', async () => {
    const silent = await freePort();
    const proxy = await openProxy(fly.runner, { app, remotePort: silent, localPort: 0 }, never);
    await expect(fetch(`http://127.0.0.1:${proxy.localPort}/`)).rejects.toThrow('fetch failed');
    proxy.dispose();
    await proxy.ended;
  });

  it('tells when flyctl ended by itself', async () => {
    const proxy = await openProxy(fly.runner, { app, remotePort, localPort: 0 }, never);
    const [pid] = fly.processes();
    if (pid === undefined) throw new Error('There is no process.');
    process.kill(pid, 'SIGKILL');
    expect(await proxy.ended).toMatchObject({ kind: 'failed', detail: 'flyctl was ended from outside.' });
  });

  it('names the port that is in use, which the choice of a port avoids', async () => {
    await expect(
      openProxy(fly.runner, { app, remotePort, localPort: remotePort }, never),
    ).rejects.toMatchObject({
      kind: 'failed',
      detail: `listen tcp 127.0.0.1:${remotePort}: bind: address already in use`,
    });
    expect(await takeIfFree(remotePort)).toBe(0);
    const free = await freePort();
    expect(await takeIfFree(free)).toBe(free);
  });

  it('says that no machine is started, or that the tunnel is not there', async () => {
    await fly.flysim.createApp('empty');
    const target = { app: 'empty', remotePort, localPort: 0 };
    await expect(openProxy(fly.runner, target, never)).rejects.toMatchObject({ kind: 'noStartedMachine' });
    await fly.flysim.setFault('tunnel-unavailable');
    await expect(openProxy(fly.runner, { ...target, app }, never)).rejects.toMatchObject({ kind: 'tunnel' });
  });

  it('is given up when it is cancelled while it starts', async () => {
    await fly.flysim.setFault('hang');
    const cancel = new AbortController();
    const opening = openProxy(fly.runner, { app, remotePort, localPort: 0 }, cancel.signal);
    await expect.poll(() => fly.processes().length).toBe(1);
    cancel.abort();
    await expect(opening).rejects.toMatchObject({ kind: 'cancelled' });
    await fly.expectNoProcess();
  });
});

/** A process that opens a proxy and then does nothing more. */
function holder(): ChildProcess {
  const source = (path: string): string => JSON.stringify(new URL(`../../../src/${path}`, import.meta.url));
  const code = `
    import { Redactor } from ${source('core/redact.ts')};
    import { FlyctlRunner } from ${source('fly/runner.ts')};
    import { openProxy } from ${source('fly/proxy.ts')};
    const [flyctl, app, port] = process.argv.slice(1);
    const runner = new FlyctlRunner({ locate: async () => flyctl, redactor: new Redactor(), log() {} });
    await openProxy(runner, { app, remotePort: Number(port), localPort: 0 }, new AbortController().signal);
    console.log('open');
  `;
  const args = [
    '--no-warnings',
    '--input-type=module',
    '-e',
    code,
    fly.flysim.flyctl,
    app,
    String(remotePort),
  ];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

it('a proxy does not outlive the process that opened it, however that ends', async () => {
  const child = holder();
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  expect(fly.processes()).toHaveLength(1);
  child.kill('SIGKILL');
  await fly.expectNoProcess();
});

describe('WireGuard peers', () => {
  const organization = 'personal';

  it('are made with a file for its owner only, listed and removed', async () => {
    const file = join(fly.flysim.dir, 'laptop.conf');
    await fly.runner.run(createPeer({ organization, region: 'fra', name: 'laptop', file }));
    expect(readFileSync(file, 'utf8')).toMatch(/^\[Interface\]\nPrivateKey = /);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(fly.log.join('\n')).not.toContain('PrivateKey');
    const [peer] = await fly.runner.run(listPeers(organization));
    expect(peer).toEqual({ name: 'laptop', region: 'fra', address: expect.stringMatching(/^fdaa:/) });
    await fly.runner.run(removePeer(organization, 'laptop'));
    expect(await fly.runner.run(listPeers(organization))).toEqual([]);
  });

  it('never overwrite a file', async () => {
    const file = join(fly.flysim.dir, 'kept.conf');
    writeFileSync(file, 'kept');
    const making = fly.runner.run(createPeer({ organization, region: 'fra', name: 'other', file }));
    await expect(making).rejects.toMatchObject({ kind: 'failed', detail: `open ${file}: file exists` });
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('belong to an organization that exists', async () => {
    await expect(fly.runner.run(listPeers('nobody'))).rejects.toMatchObject({ kind: 'notFound' });
  });
});
