import { describe, expect, it } from 'vitest';
import { parseDocument, type ConfigDocument } from '../../../src/gateway/check/document.ts';
import type { Range } from '../../../src/core/text.ts';
import type { Finding } from '../../../src/gateway/check/finding.ts';

function documentOf(text: string): ConfigDocument {
  const parsed = parseDocument(text);
  if ('finding' in parsed) throw new Error(parsed.finding.message);
  return parsed.document;
}

function findingOf(text: string): Finding {
  const parsed = parseDocument(text);
  if (!('finding' in parsed)) throw new Error('The text can be read.');
  return parsed.finding;
}

const nowhere: Range = { start: { line: 404, character: 0 }, end: { line: 404, character: 0 } };
const start = ({ start: { line, character } }: Range) => `${line}:${character}`;
const span = ({ start: from, end: to }: Range) => `${from.line}:${from.character}-${to.line}:${to.character}`;

describe('parseDocument', () => {
  it.each([
    ['a comment', '{ /* here */ "a": 1 } // there', { a: 1 }],
    ['trailing commas', '{ "a": [1, 2,], }', { a: [1, 2] }],
    ['bare keys and single quotes', "{ a: 'b' }", { a: 'b' }],
    ['numbers of JSON5', '{ a: +3300, b: 0x4, c: .5, d: 5. }', { a: 3300, b: 4, c: 0.5, d: 5 }],
    ['a byte order mark', '\uFEFF{ "a": 1 }', { a: 1 }],
    ['a key that is written twice', '{ "a": 1, "a": 2 }', { a: 2 }],
    ['a list, which the gateway refuses later', '[]', []],
    ['a text that only json5 can place', '{ true: 1 }', { true: 1 }],
  ])('reads %s', (_name, text, value) => {
    expect(documentOf(text).value).toEqual(value);
  });

  it('reads what is nested as deeply as OpenClaw reads, and nothing deeper', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parseDocument(nested(1500))).toHaveProperty('document');
    expect(findingOf(nested(2000)).message).toContain('too deeply');
    expect(findingOf('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)).code).toBe('syntax');
  });

  it.each([
    ['an empty file', '', '0:0'],
    ['an end that comes too early', '{\n  "a": 1\n', '2:0'],
    ['a missing comma', '{\n  "a": 1\n  "b": 2 }', '2:2'],
    ['two commas', '{ "a": 1,, }', '0:9'],
    ['a line break in a text', '{ "a": "b\n" }', '0:9'],
    ['something after the end', '{} {}', '0:3'],
    ['an octal number', '{ "a": 01 }', '0:8'],
  ])('finds %s where it is', (_name, text, where) => {
    const finding = findingOf(text);
    expect([finding.severity, finding.code, start(finding.range)]).toEqual(['error', 'syntax', where]);
  });

  it('counts lines as VS Code does', () => {
    expect(span(documentOf('{\r\n  "a": 1,\r  "b": 2\n}').rangeOfKey(['b']))).toBe('2:2-2:5');
    expect(span(documentOf('\uFEFF{ "a": 1 }').rangeOfKey(['a']))).toBe('0:2-0:5');
  });
});

describe('positions', () => {
  const text = '{\n  agents: { list: [{ id: "main" }, 5] },\n  "a": 1, "a": 22,\n}';
  const document = documentOf(text);

  it('finds keys and values', () => {
    expect(span(document.rangeOfKey(['agents', 'list']))).toBe('1:12-1:16');
    expect(span(document.rangeOfValue(['agents', 'list', 0, 'id']))).toBe('1:25-1:31');
    expect(span(document.rangeOfValue(['agents', 'list', 1]))).toBe('1:35-1:36');
  });

  it('takes the last of equal keys, and knows the others', () => {
    expect(span(document.rangeOfValue(['a']))).toBe('2:15-2:17');
    expect(document.replacedKeys.map(({ path, range }) => [path, span(range)])).toEqual([[['a'], '2:2-2:5']]);
  });

  it('falls back to what is around a path that is not there', () => {
    expect(span(document.rangeOfKey(['agents', 'entries', 'main']))).toBe('1:10-1:39');
  });

  it('marks the head of an object: its key, or its bracket', () => {
    expect(span(document.rangeOfHead(['agents']))).toBe('1:2-1:8');
    expect(span(document.rangeOfHead(['agents', 'list', 0]))).toBe('1:19-1:20');
    expect(span(document.rangeOfHead([]))).toBe('0:0-0:1');
  });

  it('finds words inside a value, however often they occur', () => {
    const words = documentOf('{ "a": "${B}-${B}" }');
    expect(span(words.rangeOfWords(['a'], '${B}', 1))).toBe('0:13-0:17');
    expect(span(words.rangeOfWords(['a'], '${C}', 0))).toBe('0:7-0:18');
  });

  it('knows where JSON5 begins that the editor does not read', () => {
    expect(documentOf('{ "a": 1, /* b */ }').json5Only).toBeUndefined();
    expect(start(documentOf('{ "a": 1, b: 2 }').json5Only ?? nowhere)).toBe('0:10');
  });

  it('puts everything at the start when only json5 can read the text', () => {
    expect(span(documentOf('{ true: 1 }').rangeOfKey(['true']))).toBe('0:0-0:0');
  });
});
