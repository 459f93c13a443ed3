import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SchemaCache } from '../../../../src/features/intellisense/schema-cache.ts';

const schema = { version: '2026.9.6', app: 'claw', fetchedAt: 1_700_000_000_000, published: '{ "ü": 1 }' };

let folder: string;
let cache: SchemaCache;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'cache-')), 'schemas');
  cache = new SchemaCache(folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a schema is there again under its key only', async () => {
  await cache.put('sha256:1', schema);
  expect(await cache.get('sha256:1')).toEqual(schema);
  expect(await cache.get('sha256:2')).toBeUndefined();
  expect(await new SchemaCache(folder).get('sha256:1')).toEqual(schema);
});

test('files are for the user only, and nothing but them stays', async () => {
  await cache.put('a', schema);
  await cache.put('a', { ...schema, version: '2026.9.7' });
  const [file = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
});

test('what was cut off is not there', async () => {
  await cache.put('a', schema);
  for (const file of readdirSync(folder)) writeFileSync(join(folder, file), '{ "version": ');
  expect(await cache.get('a')).toBeUndefined();
});

test('what is months old goes', async () => {
  const old = new Date(Date.now() - 100 * 24 * 60 * 60_000);
  await cache.put('a', schema);
  for (const file of readdirSync(folder)) utimesSync(join(folder, file), old, old);
  await cache.put('b', schema);
  expect(await cache.get('a')).toBeUndefined();
  expect(await cache.get('b')).toEqual(schema);
});

test('a place that cannot be written costs nothing but the cache', async () => {
  const blocked = join(folder, '..', 'file');
  writeFileSync(blocked, '');
  await new SchemaCache(join(blocked, 'schemas')).put('a', schema);
  expect(existsSync(folder)).toBe(false);
});
