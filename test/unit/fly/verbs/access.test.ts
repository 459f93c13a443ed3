import { describe, expect, it } from 'vitest';
import { listeningPort, runProxy } from '../../../../src/fly/verbs/proxy.ts';
import { createPeer, listPeers, removePeer } from '../../../../src/fly/verbs/wireguard.ts';
import { output } from './printed.ts';

describe('proxy', () => {
  it('listens on this computer only, and ends when its input is closed', () => {
    const verb = runProxy({ app: 'my-openclaw', remotePort: 3000, localPort: 0 });
    expect(verb.args.join(' ')).toBe('proxy 0:3000 -a my-openclaw --bind-addr 127.0.0.1 --watch-stdin');
    expect(verb.holdsStdin).toBe(true);
  });

  it.each([
    ['Proxying localhost:41234 to remote [my-openclaw.internal]:3000\n', 41_234],
    ['some notice\nProxying localhost:3000 to remote [fdaa:0:1::3]:3000\n', 3000],
    ['Proxying localhost:41', undefined],
    ['', undefined],
  ])('%j', (printed, port) => {
    expect(listeningPort(printed)).toBe(port);
  });
});

describe('wireguard', () => {
  it.each([
    [listPeers('personal'), 'wireguard list personal --json', 'read'],
    [
      createPeer({ organization: 'personal', region: 'fra', name: 'laptop', file: '/home/ada/laptop.conf' }),
      'wireguard create personal fra laptop /home/ada/laptop.conf',
      'write',
    ],
    [removePeer('personal', 'laptop'), 'wireguard remove personal laptop', 'write'],
  ] as const)('%# runs flyctl %s', ({ args, kind }, line, expected) => {
    expect(args.join(' ')).toBe(line);
    expect(kind).toBe(expected);
  });

  it('reads the peers, and null for none', () => {
    const printed = `[{"ID": "1", "Pubkey": "k", "Region": "fra", "Name": "laptop", "Peerip": "fdaa::2", "GatewayStatus": null}]`;
    expect(listPeers('personal').parse(output(printed))).toEqual([
      { name: 'laptop', region: 'fra', address: 'fdaa::2' },
    ]);
    expect(listPeers('personal').parse(output('null\n'))).toEqual([]);
    expect(() => listPeers('personal').parse(output('[{"Region": "fra"}]'))).toThrow('badOutput');
  });
});
