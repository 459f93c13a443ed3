import type { Verb } from '../flyctl.ts';
import { peers } from '../generated/validators.mjs';
import type { WireGuardPeer } from '../model.ts';
import { readJson } from '../parse.ts';
import { changeMs, queryMs } from './deadlines.ts';

/** The computers that may join the private network of the organization; flyctl's own are among them. */
export function listPeers(organization: string): Verb<readonly WireGuardPeer[]> {
  return {
    args: ['wireguard', 'list', organization, '--json'],
    kind: 'read',
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, peers) ?? []).map(({ Name, Region, Peerip }) => ({
        name: Name,
        region: Region ?? '',
        address: Peerip ?? '',
      })),
  };
}

/** What `wireguard create` asks for when it is left out. */
export interface NewPeer {
  /** The slug. */
  readonly organization: string;
  /** Of the gateway on Fly's side, e.g. `fra`. */
  readonly region: string;
  /** Letters, digits and hyphens; not yet a peer of the organization. */
  readonly name: string;
  /** Absolute path; flyctl makes the file, for its owner only, and refuses one that is there. */
  readonly file: string;
}

/** Makes a peer and writes its configuration, with the private key, to the file. The peer stays when the file cannot be written. */
export function createPeer({ organization, region, name, file }: NewPeer): Verb<void> {
  return change(['create', organization, region, name, file]);
}

/** The computer that has the peer's configuration is shut out of the private network. */
export function removePeer(organization: string, name: string): Verb<void> {
  return change(['remove', organization, name]);
}

/** flyctl writes its own configuration, too, so that one runs at a time. */
function change(args: readonly string[]): Verb<void> {
  return {
    args: ['wireguard', ...args],
    kind: 'write',
    deadlineMs: changeMs,
    lane: 'wireguard',
    parse: () => undefined,
  };
}
