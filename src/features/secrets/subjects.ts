import * as vscode from 'vscode';
import { nodeOf, targetOf } from '../common/nodes.ts';
import type { Subject } from '../common/operations/operation.ts';
import type { WantedSecret } from '../common/secrets/set-secret.ts';
import type { Services } from '../common/services.ts';

/** The secrets of an app as a whole. */
export function secretsSubject({ machines }: Services): Subject<string> {
  return {
    of: (argument) => {
      const node = nodeOf(argument);
      return node?.kind === 'group' && node.group === 'secrets' ? node.app : undefined;
    },
    choose: async (argument) => targetOf(argument)?.app ?? machines.chooseApp(),
  };
}

/** A secret that is to be set, whether the app has it already or not. */
export function settableSubject({ machines }: Services): Subject<WantedSecret> {
  return {
    of: (argument) => {
      const node = nodeOf(argument);
      if (node?.kind === 'secret') return { app: node.app, name: node.secret.name };
      return node?.kind === 'group' && node.group === 'secrets' ? { app: node.app } : undefined;
    },
    choose: async (argument) => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const app = targetOf(argument)?.app ?? targetOf(uri)?.app ?? (await machines.chooseApp());
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
