import { createScanner, findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { ConfigPath } from './path.ts';

/** `SyntaxKind` of jsonc-parser, whose constant enumeration is not there at run time. */
const commaToken = 5;
const trivia = new Set([12, 13, 14, 15]);

/** Takes a property out of its object, with its comma, and with the line if nothing else is on it. Comments stay. */
export function removeProperty(text: string, path: ConfigPath): string {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const property = tree && findNodeAtLocation(tree, [...path])?.parent;
  if (property?.type !== 'property') return text;
  const end = property.offset + property.length;
  const comma = commaAfter(text, end);
  if (comma !== undefined) return cut(cut(text, comma, comma + 1), property.offset, end);
  const before = previous(property);
  const start = before && commaAfter(text, before.offset + before.length);
  const rest = cut(text, property.offset, end);
  return start === undefined ? rest : cut(rest, start, start + 1);
}

function previous(property: Node): Node | undefined {
  const siblings = property.parent?.children ?? [];
  return siblings[siblings.indexOf(property) - 1];
}

/** Where the comma is that comes next, but for blanks and comments. */
function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, false);
  scanner.setPosition(offset);
  let token: number = scanner.scan();
  while (trivia.has(token)) token = scanner.scan();
  return token === commaToken ? scanner.getTokenOffset() : undefined;
}

/** Removes what is between the offsets, and the blanks or the line around it that would be left. */
function cut(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const blanksBefore = /(^|\n)[ \t]*$/.exec(before);
  const blanksAfter = /^[ \t]*\r?\n/.exec(after);
  if (blanksBefore && blanksAfter) {
    return (
      before.slice(0, blanksBefore.index + (blanksBefore[1] ?? '').length) +
      after.slice(blanksAfter[0].length)
    );
  }
  return before + (/[\s{[]$/.test(before) ? after.replace(/^[ \t]+/, '') : after);
}
