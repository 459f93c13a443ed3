import * as vscode from 'vscode';
import type { Address, Machine, Release, Secret, Volume } from '../../../fly/model.ts';
import type { AppPart, AppParts } from '../../../fly/store.ts';
import { type Node, nodeOf, targetOf } from '../nodes.ts';
import type { Services } from '../services.ts';
import { momentLabel } from '../words.ts';
import type { Subject } from './operation.ts';

/** Something of an app that has no name of the app in it. */
export interface OfApp<T> {
  readonly app: string;
  readonly value: T;
}

/** An app by its name. @param stands Which nodes stand for their app; its own when left out. */
export function appSubject(
  { machines }: Services,
  stands: (node: Node) => boolean = ({ kind }) => kind === 'app',
): Subject<string> {
  return {
    of: (argument) => {
      const node = nodeOf(argument);
      return node && stands(node) ? targetOf(node)?.app : undefined;
    },
    choose: async (argument) => targetOf(argument)?.app ?? machines.chooseApp(),
  };
}

export function machineSubject({ machines }: Services): Subject<Machine> {
  return {
    of: (argument) => {
      const node = nodeOf(argument);
      return node?.kind === 'machine' ? node.machine : undefined;
    },
    choose: (argument) => machines.choose(argument),
  };
}

export function addressSubject(services: Services): Subject<OfApp<Address>> {
  return memberSubject(services, {
    part: 'addresses',
    of: (node) => (node.kind === 'address' ? { app: node.app, value: node.address } : undefined),
    describe: ({ address, type, region }) => ({ label: address, description: `${type} ${region}` }),
    placeHolder: (app) => vscode.l10n.t('IP address of {0}', app),
    none: (app) => vscode.l10n.t('{0} has no IP address.', app),
  });
}

export function volumeSubject(services: Services): Subject<OfApp<Volume>> {
  return memberSubject(services, {
    part: 'volumes',
    of: (node) => (node.kind === 'volume' ? { app: node.app, value: node.volume } : undefined),
    describe: ({ id, name, sizeGb, region }) => ({
      label: name,
      description: `${id} · ${sizeGb} GB · ${region}`,
    }),
    placeHolder: (app) => vscode.l10n.t('Volume of {0}', app),
    none: (app) => vscode.l10n.t('{0} has no volume.', app),
  });
}

export function secretSubject(services: Services): Subject<OfApp<Secret>> {
  return memberSubject(services, {
    part: 'secrets',
    of: (node) => (node.kind === 'secret' ? { app: node.app, value: node.secret } : undefined),
    describe: ({ name, status }) => ({ label: name, description: status }),
    placeHolder: (app) => vscode.l10n.t('Secret of {0}', app),
    none: (app) => vscode.l10n.t('{0} has no secret.', app),
  });
}

export function releaseSubject(services: Services): Subject<OfApp<Release>> {
  return memberSubject(services, {
    part: 'releases',
    of: (node) => (node.kind === 'release' ? { app: node.app, value: node.release } : undefined),
    describe: ({ version, status, createdAt, description }) => ({
      label: `v${version}`,
      description: [status, momentLabel(createdAt), description].filter((text) => text !== '').join(' · '),
    }),
    placeHolder: (app) => vscode.l10n.t('Release of {0}', app),
    none: (app) => vscode.l10n.t('{0} has no release.', app),
  });
}

interface Member<P extends AppPart> {
  readonly part: P;
  of(node: Node): OfApp<AppParts[P][number]> | undefined;
  describe(value: AppParts[P][number]): vscode.QuickPickItem;
  placeHolder(app: string): string;
  none(app: string): string;
}

function memberSubject<P extends AppPart>(
  { machines, store }: Services,
  member: Member<P>,
): Subject<OfApp<AppParts[P][number]>> {
  const of = (argument: unknown): OfApp<AppParts[P][number]> | undefined => {
    const node = nodeOf(argument);
    return node && member.of(node);
  };
  return {
    of,
    choose: async (argument) => {
      const named = of(argument);
      if (named) return named;
      const app = targetOf(argument)?.app ?? (await machines.chooseApp());
      if (app === undefined) return undefined;
      const values = await store.read(app, member.part, {});
      const items = values.map((value) => ({ ...member.describe(value), value }));
      if (items.length === 0) {
        void vscode.window.showInformationMessage(member.none(app));
        return undefined;
      }
      const chosen = await vscode.window.showQuickPick(items, { placeHolder: member.placeHolder(app) });
      return chosen && { app, value: chosen.value };
    },
  };
}
