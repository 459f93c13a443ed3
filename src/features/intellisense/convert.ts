import * as vscode from 'vscode';
import type { CompletionItem, Hover, MarkupContent } from 'vscode-json-languageservice';
import { toRange } from '../common/text-edits.ts';

/** What the JSON language service gives, in VS Code's own types. */
export function toCompletionItem(item: CompletionItem): vscode.CompletionItem {
  // The protocol counts kinds from 1, VS Code from 0.
  const kind = item.kind === undefined ? undefined : item.kind - 1;
  const converted = new vscode.CompletionItem(item.label, kind);
  if (item.detail !== undefined) converted.detail = item.detail;
  if (item.sortText !== undefined) converted.sortText = item.sortText;
  if (item.filterText !== undefined) converted.filterText = item.filterText;
  if (item.documentation !== undefined) converted.documentation = toMarkdown(item.documentation);
  const isSnippet = item.insertTextFormat === 2;
  const toText = (text: string): string | vscode.SnippetString =>
    isSnippet ? new vscode.SnippetString(text) : text;
  if (item.textEdit && 'range' in item.textEdit) {
    converted.range = toRange(item.textEdit.range);
    converted.insertText = toText(item.textEdit.newText);
  } else if (item.insertText !== undefined) {
    converted.insertText = toText(item.insertText);
  }
  if (item.command) converted.command = { title: item.command.title, command: item.command.command };
  return converted;
}

export function toHover({ contents, range }: Hover): vscode.Hover {
  const parts = Array.isArray(contents) ? contents : [contents];
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.value));
  return new vscode.Hover(
    texts.map((text) => new vscode.MarkdownString(text)),
    range && toRange(range),
  );
}

/** A piece of a document by its place, in UTF-16 units. */
export function rangeAt(document: vscode.TextDocument, offset: number, length: number): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

function toMarkdown(documentation: string | MarkupContent): string | vscode.MarkdownString {
  if (typeof documentation === 'string') return documentation;
  return documentation.kind === 'plaintext'
    ? documentation.value
    : new vscode.MarkdownString(documentation.value);
}
