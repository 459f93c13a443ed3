import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import type { SearchResult } from '../../../src/fly/binary.ts';
import { BinaryLocator } from '../../../src/fly/locator.ts';

const found: SearchResult = {
  found: { path: '/opt/flyctl', version: '0.4.87' },
  looked: [{ place: 'PATH', path: '/opt/flyctl', verdict: 'flyctl 0.4.87' }],
};
const missing: SearchResult = { looked: [{ place: 'PATH', path: '/bin/fly', verdict: 'not flyctl' }] };

/** A locator whose searches have these results, one after the other. */
function locatorOf(...results: SearchResult[]) {
  let searches = 0;
  const locator = new BinaryLocator(() => Promise.resolve(results[searches++] ?? missing));
  return { locator, searches: () => searches };
}

describe('BinaryLocator', () => {
  it('searches once', async () => {
    const { locator, searches } = locatorOf(found);
    expect(await Promise.all([locator.locate(), locator.locate()])).toEqual(['/opt/flyctl', '/opt/flyctl']);
    expect(searches()).toBe(1);
  });

  it('searches again when nothing was found, and tells where it looked', async () => {
    const { locator } = locatorOf(missing, found);
    await expect(locator.locate()).rejects.toMatchObject({
      kind: 'notInstalled',
      detail: '/bin/fly: not flyctl',
    });
    expect(await locator.locate()).toBe('/opt/flyctl');
  });

  it('searches again when it was refused', async () => {
    const results = [Promise.reject(new Failure('untrusted')), Promise.resolve(found)];
    const locator = new BinaryLocator(() => results.shift() ?? Promise.resolve(missing));
    await expect(locator.locate()).rejects.toMatchObject({ kind: 'untrusted' });
    expect(await locator.locate()).toBe('/opt/flyctl');
  });

  it('forgets when it is told to, and says so', async () => {
    const { locator, searches } = locatorOf(found, found);
    let told = 0;
    locator.onDidChange(() => told++);
    await locator.locate();
    locator.forget();
    await locator.locate();
    expect([searches(), told]).toEqual([2, 1]);
  });
});
