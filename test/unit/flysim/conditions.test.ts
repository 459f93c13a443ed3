import { expect, it } from 'vitest';
import { ConditionBoard } from '../../flysim/cloud/conditions.ts';

function names(board: ConditionBoard, verb: string): string[] {
  return board.take(verb, true).faults.map(({ name }) => name);
}

it('keeps a fault until it is cleared', () => {
  const board = new ConditionBoard({});
  board.set({ name: 'offline' });
  expect(names(board, 'apps list')).toEqual(['offline']);
  expect(names(board, 'apps list')).toEqual(['offline']);
  board.clear();
  expect(names(board, 'apps list')).toEqual([]);
});

it('counts only commands that meet the fault', () => {
  const board = new ConditionBoard({});
  board.set({ name: 'cut-stdin', times: 1, bytes: 10 });
  expect(names(board, 'machine list')).toEqual([]);
  expect(names(board, 'ssh console')).toEqual(['cut-stdin']);
  expect(names(board, 'ssh console')).toEqual([]);
});

it('limits a fault to commands that start with its words', () => {
  const board = new ConditionBoard({});
  board.set({ name: 'rate-limited', verb: 'machine' });
  expect(names(board, 'machine list')).toEqual(['rate-limited']);
  expect(names(board, 'machine leases view')).toEqual(['rate-limited']);
  expect(names(board, 'apps list')).toEqual([]);
});

it.each([
  ['offline', 'version'],
  ['app-not-found', 'apps list'],
  ['app-not-found', 'auth whoami'],
  ['lease-held', 'machine list'],
  ['lease-held', 'secrets list'],
  ['lease-unnamed', 'machine list'],
  ['no-capacity', 'machine update'],
  ['duplicate-logs', 'ssh console'],
  ['lost-tail', 'machine exec'],
] as const)('%s does not touch %s', (name, verb) => {
  const board = new ConditionBoard({});
  board.set({ name });
  expect(names(board, verb)).toEqual([]);
});

it('clears one fault by its name', () => {
  const board = new ConditionBoard({});
  board.set({ name: 'slow' });
  board.set({ name: 'lease-held' });
  board.clear('lease-held');
  expect(names(board, 'machine restart')).toEqual(['slow']);
});
