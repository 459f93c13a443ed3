import * as vscode from 'vscode';
import { type Node, nodeOf, targetOf } from '../common/nodes.ts';
import type { Subject } from '../common/operations/operation.ts';
import { appSubject } from '../common/operations/subjects.ts';
import type { WantedSecret } from '../common/secrets/set-secret.ts';
import type { Services } from '../common/services.ts';

/** The secrets of an app as a whole. */
export function secretsSubject(services: Services): Subject<string> {
  return appSubject(services, isSecretsGroup);
}

function isSecretsGroup(node: Node): boolean {
  return node.kind === 'group' && node.group === 'secrets';
}

/** A secret that is to be set, whether the app has it already or not. */
export function settableSubject(services: Services): Subject<WantedSecret> {
  return {
    of: (argument) => {
      const node = nodeOf(argument);
      if (node?.kind === 'secret') return { app: node.app, name: node.secret.name };
      const app = secretsSubject(services).of(argument);
      return app === undefined ? undefined : { app };
    },
    choose: async (argument) => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const app = targetOf(argument)?.app ?? targetOf(uri)?.app ?? (await services.machines.chooseApp());
      const name = nameIn(argument);
      return app === undefined ? undefined : { app, ...(name !== undefined && { name }) };
    },
  };
}

/** The name that the command is to set: of a node, of a quick fix (the name alone), or beside the app of a button. */
function nameIn(argument: unknown): string | undefined {
  const node = nodeOf(argument);
  if (node?.kind === 'secret') return node.secret.name;
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null || !('secret' in argument)) return undefined;
  return typeof argument.secret === 'string' ? argument.secret : undefined;
}
