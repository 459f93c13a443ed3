import * as vscode from 'vscode';
import { type Offer, type Offers, offersAt } from '../../gateway/completion/offers.ts';
import type { Checks } from './checks.ts';
import { rangeAt } from './convert.ts';
import { configSelector } from './documents.ts';
import type { Schemas } from './schemas.ts';

const { Reference, Constant, Value, Variable } = vscode.CompletionItemKind;

const kinds = {
  variable: Variable,
  agent: Reference,
  account: Reference,
  address: Constant,
  model: Value,
} as const satisfies Record<Offer['kind'], vscode.CompletionItemKind>;

/** Completes names that come from the deployment and from elsewhere in the file, beside what the schema offers. */
export function registerDeploymentCompletions(schemas: Schemas, checks: Checks): vscode.Disposable {
  const provideCompletionItems = async (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> => {
    const schema = await schemas.of(document.uri);
    // Quick enough to be done here: the thread may be busy with what is wrong in the file.
    const offers = offersAt(document.getText(), document.offsetAt(position), {
      deployment: checks.deploymentOf(document.uri, schema),
      models: schema.bundled.models,
    });
    return offers ? toItems(offers, document) : [];
  };
  return vscode.languages.registerCompletionItemProvider(
    configSelector,
    { provideCompletionItems },
    '"',
    '{',
    '/',
  );
}

function toItems({ offset, length, items }: Offers, document: vscode.TextDocument): vscode.CompletionItem[] {
  const range = rangeAt(document, offset, length);
  return items.map(({ label, kind, detail, insert }, index) => {
    const item = new vscode.CompletionItem({ label, description: detail }, kinds[kind]);
    item.range = range;
    item.insertText = insert;
    item.filterText = label;
    // Before the snippets of the schema, which begin with `$` and `{`.
    item.sortText = `!${String(index).padStart(4, '0')}`;
    return item;
  });
}
