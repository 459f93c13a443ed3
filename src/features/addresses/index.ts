import type * as vscode from 'vscode';
import type { Subject } from '../common/operations/operation.ts';
import { addressSubject, appSubject } from '../common/operations/subjects.ts';
import { nodeOf } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import { allocateOperation } from './allocate.ts';
import { releaseOperation } from './release.ts';

/** What can be done to the addresses of an app. */
export function registerAddresses(services: Services): vscode.Disposable {
  const { operations } = services;
  const parts = [
    operations.register(addressSubject(services), [releaseOperation(services)]),
    operations.register(listSubject(services), [allocateOperation(services)]),
  ];
  return { dispose: () => parts.forEach((part) => void part.dispose()) };
}

/** An app, which its list of addresses stands for. */
function listSubject(services: Services): Subject<string> {
  const { choose } = appSubject(services);
  return {
    of: (argument) => {
      const node = nodeOf(argument);
      return node?.kind === 'group' && node.group === 'addresses' ? node.app : undefined;
    },
    choose,
  };
}
