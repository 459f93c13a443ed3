import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Peer } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { json } from '../flags.ts';
import { goJson, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';

const WARNING = `
!!!! WARNING: Output includes private key. Private keys cannot be recovered !!!!
!!!! after creating the peer; if you lose the key, you'll need to remove    !!!!
!!!! and re-add the peering connection.                                     !!!!
`;

export const wireguardCommands: readonly CommandSpec[] = [
  { path: 'wireguard list', flags: [json], args: [0, 1], run: list },
  { path: 'wireguard create', flags: [], args: [0, 4], run: create },
  { path: 'wireguard remove', flags: [], args: [0, 2], run: remove },
];

async function list(context: Context): Promise<void> {
  const peers = await context.call('graphql.peers', { organization: organization(context) });
  if (context.json) {
    context.out(
      goJson(
        peers.map(({ id, publicKey, region, name, address }) => ({
          ID: id,
          Pubkey: publicKey,
          Region: region,
          Name: name,
          Peerip: address,
          GatewayStatus: null,
        })),
      ),
    );
    return;
  }
  const rows = peers.map(({ name, region, address }) => [name, region, address]);
  context.out(table('', ['Name', 'Region', 'Peer IP'], rows));
}

/** The peer is made before the file, and stays when the file cannot be written. */
async function create(context: Context): Promise<void> {
  const slug = organization(context);
  const [, region, name, file] = context.args;
  if (region === undefined || name === undefined || file === undefined) throw new FlyError('EOF');
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const peer = await context.call('graphql.addPeer', {
    ...{ organization: slug, region, name },
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'),
  });
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32).toString('base64');
  const text = configuration(peer, secret);
  context.out(WARNING);
  if (file === 'stdout') {
    context.out(text);
    return;
  }
  await writeFile(file, text, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new FlyError(`open ${file}: ${exists ? 'file exists' : 'no such file or directory'}`);
  });
  context.out(`\nWrote WireGuard configuration to ${file}; load in your WireGuard client\n`);
}

async function remove(context: Context): Promise<void> {
  const slug = organization(context);
  const [, name] = context.args;
  if (name === undefined) throw new FlyError('EOF');
  context.out(`Removing WireGuard peer "${name}" for organization ${slug}\n`);
  await context.call('graphql.removePeer', { organization: slug, name });
  context.out('Removed peer.\n');
}

function organization(context: Context): string {
  const [slug] = context.args;
  if (slug === undefined) throw new FlyError('org slug must be specified when not running interactively');
  return slug;
}

function configuration({ address, region }: Peer, privateKey: string): string {
  const network = address.split(':').slice(0, 3).join(':');
  return `[Interface]
PrivateKey = ${privateKey}
Address = ${address}/120
DNS = ${network}::3

[Peer]
PublicKey = ${Buffer.alloc(32, 7).toString('base64')}
AllowedIPs = ${network}::/48
Endpoint = ${region}1.gateway.6pn.dev:51820
PersistentKeepalive = 15
`;
}
