import * as vscode from 'vscode';
import { toCompletionItem, toHover } from './convert.ts';
import { unservedSelector } from './documents.ts';
import type { Engine } from './engine.ts';
import type { PlaceRequest } from './protocol.ts';
import type { Schemas } from './schemas.ts';

/** What the JSON service of VS Code takes as a reason to ask; it does the same for local files. */
const triggers = ['"', ':', ' '];

/** Completion and hover where VS Code's JSON service has none: in files on machines, and in JSON5. */
export function registerLanguage(schemas: Schemas, engine: Engine): vscode.Disposable {
  const placeOf = async (document: vscode.TextDocument, position: vscode.Position): Promise<PlaceRequest> => {
    const { id } = await schemas.of(document.uri);
    const { line, character } = position;
    return { schema: id, text: document.getText(), position: { line, character } };
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      unservedSelector,
      {
        provideCompletionItems: async (document, position) => {
          const items = await engine.request('complete', await placeOf(document, position));
          return items.map(toCompletionItem);
        },
      },
      ...triggers,
    ),
    vscode.languages.registerHoverProvider(unservedSelector, {
      provideHover: async (document, position) => {
        const hover = await engine.request('hover', await placeOf(document, position));
        return hover && toHover(hover);
      },
    }),
  );
}
