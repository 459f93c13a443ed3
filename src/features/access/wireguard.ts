import { chmod, stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import { createPeer, listPeers, type NewPeer, removePeer } from '../../fly/verbs/wireguard.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { Services } from '../common/services.ts';
import { askPeer, organizationOf } from './peer-questions.ts';

/** A new way into the private network of the app's organization, with its configuration in a file. @throws Failure */
export async function planCreate(services: Services, app: string): Promise<Plan | undefined> {
  const peer = await askPeer(services, app);
  if (!peer) return undefined;
  const { name, organization, file } = peer;
  return {
    title: vscode.l10n.t('Creating WireGuard peer {0} of {1}', name, organization),
    app,
    verbs: [createPeer(peer)],
    confirm: {
      question: vscode.l10n.t('Create WireGuard peer {0} of {1}?', name, organization),
      consequence: vscode.l10n.t(
        'The file will hold a private key: whoever has it can reach every app of {0} through its private network.',
        organization,
      ),
      button: vscode.l10n.t('Create Peer'),
    },
    follow: async () => {
      await keepPrivate(file);
      void tellUse(peer, app);
    },
    changes: [],
    done: vscode.l10n.t('{0} is a peer of {1}.', name, organization),
  };
}

/** Takes a computer out of the private network. @throws Failure */
export async function planRemove(services: Services, app: string): Promise<Plan | undefined> {
  const organization = await organizationOf(services, app);
  const name = organization && (await choosePeer(services, organization));
  if (!organization || !name) return undefined;
  return {
    title: vscode.l10n.t('Removing WireGuard peer {0} of {1}', name, organization),
    app,
    verbs: [removePeer(organization, name)],
    confirm: {
      question: vscode.l10n.t('Remove WireGuard peer {0} of {1}?', name, organization),
      consequence: vscode.l10n.t(
        'The computer that uses it loses its way into the private network at once. It needs a new file to come back.',
      ),
      button: vscode.l10n.t('Remove Peer'),
    },
    changes: [],
    done: vscode.l10n.t('{0} is no peer of {1} any more.', name, organization),
  };
}

async function choosePeer({ flyctl }: Services, organization: string): Promise<string | undefined> {
  const peers = await flyctl.run(listPeers(organization));
  if (peers.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no WireGuard peer.', organization));
    return undefined;
  }
  const items = peers.map(({ name, region, address }) => ({
    label: name,
    description: `${region} · ${address}`,
  }));
  const placeHolder = vscode.l10n.t('WireGuard peer of {0}', organization);
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.label;
}

/** flyctl makes the file for its owner only; a file system that has no such rights leaves nothing to check. @throws Failure */
async function keepPrivate(file: string): Promise<void> {
  if (process.platform === 'win32' || ((await stat(file)).mode & 0o077) === 0) return;
  await chmod(file, 0o600).catch(() => undefined);
  if (((await stat(file)).mode & 0o077) === 0) return;
  const detail = vscode.l10n.t('Others on this computer can read {0}. Move it to a place of your own.', file);
  throw new Failure('failed', { detail });
}

async function tellUse({ name, organization, file }: NewPeer, app: string): Promise<void> {
  const told = vscode.l10n.t(
    'Import {0} into WireGuard and connect: then {1}.internal can be reached from this computer. To shut it out again, remove the peer {2} of {3}.',
    ...[file, app, name, organization],
  );
  const reveal = vscode.l10n.t('Reveal File');
  if ((await vscode.window.showInformationMessage(told, reveal)) !== reveal) return;
  await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(file));
}
