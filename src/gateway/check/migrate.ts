import {
  modify,
  applyEdits,
  findNodeAtLocation,
  parseTree,
  type FormattingOptions,
  type Node,
} from 'jsonc-parser';
import type { SchemaNode } from '../schema/schemaNode.ts';
import { parseDocument } from './document.ts';
import { isFree, legacyPlaces, type LegacyPlace } from './legacy.ts';
import { formatPath, isRecord, startsWith, stringAt, valueAt, type ConfigPath } from './path.ts';
import { removeProperty } from './remove-property.ts';
import { isMigratableId } from './roster.ts';
import { isAllowed } from './schema-lookup.ts';

export type Migration =
  | {
      readonly kind: 'migrated';
      readonly text: string;
      /** The paths, of those asked for, that stay as they are: something else is in their new place. */
      readonly left: readonly string[];
    }
  /** The text cannot be read, or it is JSON5 that cannot be edited without losing what it looks like. */
  | { readonly kind: 'unsupported' };

/** One replacement in a text, in UTF-16 units. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/**
 * Renames, moves and drops settings of earlier versions. Comments and layout stay.
 *
 * @param paths Of the findings `legacy-key` to do away with.
 * @param schema Tells which objects may stay when nothing is left in them.
 */
export function migrate(source: string, paths: readonly string[], schema: SchemaNode): Migration {
  const parsed = parseDocument(source);
  if ('finding' in parsed || parsed.document.json5Only) return { kind: 'unsupported' };
  let { text } = parsed.document;
  const left: string[] = [];
  for (const path of inOrder(paths)) {
    const migrated = migratePath(text, path, schema);
    if (migrated === undefined) left.push(path);
    else text = migrated;
  }
  return { kind: 'migrated', text, left };
}

/** The smallest replacement that makes one text of another. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    offset: start,
    length: before.length - start - end,
    content: after.slice(start, after.length - end),
  };
}

const agentList: ConfigPath = ['agents', 'list'];

/** The list last: the paths of settings in it change with it. */
function inOrder(paths: readonly string[]): readonly string[] {
  const list = formatPath(agentList);
  return [...new Set(paths)].sort((one, other) => Number(one === list) - Number(other === list));
}

/** @returns Undefined when the setting cannot be migrated, or is not there. */
function migratePath(text: string, path: string, schema: SchemaNode): string | undefined {
  const parsed = parseDocument(text);
  if ('finding' in parsed) return undefined;
  const { value } = parsed.document;
  const place = legacyPlaces(value).find((candidate) => formatPath(candidate.path) === path);
  if (!place) return undefined;
  if (path === formatPath(agentList)) return migrateList(text, place.value);
  if (!place.to) return drop(text, place.path, schema);
  if (isFree(value, place)) return move(text, place, place.to, schema);
  return isRecord(place.value) ? undefined : drop(text, place.path, schema);
}

function move(text: string, place: LegacyPlace, to: ConfigPath, schema: SchemaNode): string | undefined {
  const { path, value, newValue } = place;
  const node = nodeAt(text, path);
  if (!node) return undefined;
  const raw = newValue === value ? textOf(text, node) : JSON.stringify(newValue);
  if (formatPath(path) === formatPath(to)) return replace(text, node, raw);
  if (formatPath(path.slice(0, -1)) === formatPath(to.slice(0, -1))) {
    const [key] = node.parent?.children ?? [];
    const changed = replace(text, node, raw);
    return key && replace(changed, key, JSON.stringify(to.at(-1)));
  }
  return drop(insert(text, to, raw, indentAt(text, node.offset)), path, schema);
}

/** Removes the setting, and the objects around it that are empty then and that the gateway does not know. */
function drop(text: string, path: ConfigPath, schema: SchemaNode): string {
  const rest = removeProperty(text, path);
  const owner = path.slice(0, -1);
  const parsed = parseDocument(rest);
  const value = 'finding' in parsed ? undefined : valueAt(parsed.document.value, owner);
  const isEmpty = isRecord(value) && Object.keys(value).length === 0;
  return isEmpty && owner.length > 0 && !isAllowed(schema, inEntries(owner))
    ? drop(rest, owner, schema)
    : rest;
}

/** Schemas that have `agents.entries` do not say what an item of `agents.list` may hold: the same as an entry. */
function inEntries(path: ConfigPath): ConfigPath {
  const inList = path.length > agentList.length && startsWith(path, agentList);
  return inList ? ['agents', 'entries', 'main', ...path.slice(agentList.length + 1)] : path;
}

/** Puts a value where it has not been before, written as it was elsewhere. */
function insert(text: string, path: ConfigPath, raw: string, indent: string): string {
  const mark = `__moved_${path.length}_${raw.length}__`;
  const inserted = edit(text, path, mark);
  const offset = inserted.indexOf(`"${mark}"`);
  const newIndent = indentAt(inserted, offset);
  const shifted = raw.replaceAll(/(\r?\n)([ \t]*)/g, (_line, eol: string, spaces: string) =>
    spaces.startsWith(indent) ? `${eol}${newIndent}${spaces.slice(indent.length)}` : `${eol}${spaces}`,
  );
  return inserted.slice(0, offset) + shifted + inserted.slice(offset + mark.length + 2);
}

/** `[{ "id": "main" }]` becomes `{ "main": {} }`, in the place of the list. */
function migrateList(source: string, list: unknown): string | undefined {
  const agents: readonly unknown[] = Array.isArray(list) ? list : [];
  const ids = agents.map((agent) => stringAt(agent, 'id'));
  if (!ids.every(isMigratableId) || new Set(ids).size < ids.length) return undefined;
  let text = agents.reduce<string>((result, agent, index) => {
    const without = removeProperty(result, [...agentList, index, 'id']);
    const sole = agents.length === 1 && isRecord(agent) && agent['default'] !== undefined;
    return sole ? removeProperty(without, [...agentList, index, 'default']) : without;
  }, source);
  const node = nodeAt(text, agentList);
  const [key] = node?.parent?.children ?? [];
  if (!node || !key) return undefined;
  const items = [...(node.children ?? [])].map(
    (item, index) => `${JSON.stringify(ids[index])}: ${textOf(text, item)}`,
  );
  text = replaceItems(text, node, items);
  text = replace(text, key, '"entries"');
  const marked = agents.some((agent) => isRecord(agent) && agent['default'] === true);
  const owned = nodeAt(text, ['agents', 'ownership']) !== undefined;
  return agents.length < 2 || marked || owned ? text : edit(text, ['agents', 'ownership'], 'explicit');
}

/** Turns a list into an object: brackets become braces, items what is given for them; what is between them stays. */
function replaceItems(text: string, list: Node, items: readonly string[]): string {
  const end = list.offset + list.length;
  let result = `}${text.slice(end)}`;
  let next = end - 1;
  for (const [index, node] of [...(list.children ?? []).entries()].reverse()) {
    result = `${items[index] ?? ''}${text.slice(node.offset + node.length, next)}${result}`;
    next = node.offset;
  }
  return `${text.slice(0, list.offset)}{${text.slice(list.offset + 1, next)}${result}`;
}

function edit(text: string, path: ConfigPath, value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: layoutOf(text) }));
}

/** How the text is indented and where its lines end, for edits of it. */
export function layoutOf(text: string): FormattingOptions {
  const [, indent = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  const insertSpaces = !indent.startsWith('\t');
  return {
    insertSpaces,
    tabSize: insertSpaces ? indent.length : 1,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function nodeAt(text: string, path: ConfigPath): Node | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return tree && findNodeAtLocation(tree, [...path]);
}

function textOf(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

function replace(text: string, { offset, length }: Node, content: string): string {
  return text.slice(0, offset) + content + text.slice(offset + length);
}

/** The blanks with which the line begins. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
