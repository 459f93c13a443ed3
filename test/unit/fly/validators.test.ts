import { expect, it } from 'vitest';
import { outdatedValidators } from '../../../src/fly/schema/compile.ts';

it('has validators made from the schemas as they are; else run node src/fly/schema/compile.ts', async () => {
  expect(await outdatedValidators()).toEqual([]);
}, 30_000);
