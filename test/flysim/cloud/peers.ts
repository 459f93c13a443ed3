import type { Peer } from '../model.ts';
import type { Handlers } from './handlers.ts';
import { globalId } from './ids.ts';
import { Problem } from './problem.ts';
import type { State } from './state.ts';

/** The WireGuard peers of organizations. */
export function peerHandlers(
  state: State,
): Handlers<'graphql.peers' | 'graphql.addPeer' | 'graphql.removePeer'> {
  const peersOf = (organization: string): Peer[] => {
    if (!state.stored.organizations.some(({ slug }) => slug === organization)) {
      throw new Problem(404, `organization ${organization} not found`);
    }
    return (state.stored.peers ??= []).filter((peer) => peer.organization === organization);
  };
  return {
    'graphql.peers': ({ organization }) => peersOf(organization),
    'graphql.addPeer': ({ organization, region, name, publicKey }) => {
      if (peersOf(organization).some((peer) => peer.name === name)) {
        throw new Problem(422, 'Validation failed: Name has already been taken');
      }
      const peers = (state.stored.peers ??= []);
      const last = (peers.length + 2).toString(16);
      const address = `fdaa:0:18:a7b:7d:0:a:${last}`;
      const peer: Peer = { id: globalId(), organization, region, name, publicKey, address };
      peers.push(peer);
      state.changed();
      return peer;
    },
    'graphql.removePeer': ({ organization, name }) => {
      if (!peersOf(organization).some((peer) => peer.name === name)) {
        throw new Problem(404, 'Could not find WireGuardPeer');
      }
      state.stored.peers = state.stored.peers?.filter(
        (peer) => peer.organization !== organization || peer.name !== name,
      );
      state.changed();
      return null;
    },
  };
}
