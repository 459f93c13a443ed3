import type * as vscode from 'vscode';
import { addressSubject, appSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { allocateOperation } from './allocate.ts';
import { releaseOperation } from './release.ts';

/** What can be done to the addresses of an app. */
export function registerAddresses(services: Services): vscode.Disposable {
  const { operations } = services;
  const lists = appSubject(services, (node) => node.kind === 'group' && node.group === 'addresses');
  const parts = [
    operations.register(addressSubject(services), [releaseOperation(services)]),
    operations.register(lists, [allocateOperation(services)]),
  ];
  return { dispose: () => parts.forEach((part) => void part.dispose()) };
}
