import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, text } from '../flags.ts';
import type { CommandSpec } from '../spec.ts';
import { buildTunnel } from '../tunnel.ts';

export const proxyCommands: readonly CommandSpec[] = [
  {
    path: 'proxy',
    flags: [
      ...[...appFlags, text('org', 'o'), text('bind-addr', 'b'), bool('select', 's')],
      ...[bool('quiet', 'q'), bool('watch-stdin')],
    ],
    args: [1, 2],
    run: proxy,
  },
];

/** Forwards connections to a port of the machines, which is one of this computer, until a signal or the end of its input. */
async function proxy(context: Context): Promise<void> {
  const app = await context.app();
  const [ports = '', host = `${app.name}.internal`] = context.args;
  const [local, remote] = readPorts(ports);
  await buildTunnel(context, app.organization.slug);
  await resolve(context, app.name, host);
  const server = await listen(local, context.text('bind-addr') || '127.0.0.1', remote);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : local;
  if (!context.bool('quiet')) {
    context.out(`Proxying localhost:${String(port)} to remote [${host}]:${String(remote)}\n`);
  }
  await ended(context.bool('watch-stdin'));
}

function readPorts(text: string): [local: number, remote: number] {
  const [local = NaN, remote = local] = text
    .split(':')
    .map((word) => (/^\d+$/.test(word) ? Number(word) : NaN));
  if (Number.isNaN(local) || Number.isNaN(remote)) {
    throw new FlyError(`invalid port: "${text}"`);
  }
  return [local, remote];
}

/** The names of an app have the addresses of its started machines. */
async function resolve(context: Context, app: string, host: string): Promise<void> {
  const machines = await context.call('machines.list', { app }, 'failed to list VMs');
  const started = machines.filter(({ state }) => state === 'started');
  const names = [`${app}.internal`, ...started.map(({ id }) => `${id}.vm.${app}.internal`)];
  const known = names.includes(host) || started.some(({ private_ip: address }) => address === host);
  if (started.length === 0 || !known) throw new FlyError(`${host}: host was not found in DNS`);
}

function listen(local: number, bind: string, remote: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((client) => forward(client, remote));
    server.once('error', (error) => {
      const inUse = 'code' in error && error.code === 'EADDRINUSE';
      const reason = inUse ? 'bind: address already in use' : error.message;
      reject(new FlyError(`listen tcp ${bind}:${String(local)}: ${reason}`));
    });
    server.listen(local, bind, () => resolve(server));
  });
}

/** As with flyctl, the client sees only the end of its connection when nothing answers. */
function forward(client: Socket, remote: number): void {
  const upstream = connect(remote, '127.0.0.1');
  for (const [from, to] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    from.on('error', () => to.destroy());
    from.once('close', () => to.destroy());
    from.pipe(to);
  }
}

/** Both ways to end it are good ones. */
function ended(watchesInput: boolean): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve());
    }
    if (watchesInput) process.stdin.resume().once('end', resolve).once('error', resolve);
  });
}
