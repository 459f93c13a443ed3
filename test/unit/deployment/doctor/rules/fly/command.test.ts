import { expect, it } from 'vitest';
import {
  holdsSecret,
  lineWithOption,
  maskLine,
  optionOf,
  replaceableCommand,
  shownCommand,
  wordsWithOption,
} from '../../../../../../src/deployment/doctor/rules/fly/command.ts';
import { guideMachine } from '../../snapshots.ts';

it.each([
  ['node x gateway', 'node x gateway --port 3000'],
  ['node x gateway --port 18789 --bind lan', 'node x gateway --port 3000 --bind lan'],
  ['node x gateway --port=18789 --bind lan', 'node x gateway --port 3000 --bind lan'],
  ['node x gateway --portable', 'node x gateway --portable --port 3000'],
])('sets an option of %j', (line, expected) => {
  expect(lineWithOption(line, '--port', '3000')).toBe(expected);
  expect(wordsWithOption(line.split(' '), '--port', '3000').join(' ')).toBe(expected);
});

it.each([
  ['gateway --port 3000', '3000'],
  ['gateway --port=3000', '3000'],
  ['sh -c "gateway --port 3000"', '3000'],
  ['gateway --port 1 --port 2', '2'],
  ['gateway --portable 1', undefined],
])('reads an option of %j', (line, value) => {
  expect(optionOf(line.split(' '), '--port')).toBe(value);
});

it('hides what options and names of secrets are set to, and nothing else', () => {
  const secret = 'node x gateway --token abc --auth token --bind lan'.split(' ');
  expect(shownCommand(secret)).toBe('node x gateway --token *** --auth token --bind lan');
  expect(holdsSecret(secret)).toBe(true);
  expect(holdsSecret('node x gateway --auth token --bind lan'.split(' '))).toBe(false);
  expect(maskLine('OPENAI_API_KEY = "sk-1" # mine')).toBe('OPENAI_API_KEY = *** # mine');
});

it.each([
  ['a shell takes apart', ['sh', '-c', 'x gateway'], {}],
  ['holds a secret', ['node', 'x', '--token', 'abc'], {}],
  ['is only one of several', ['node', 'x'], { otherCommands: 1 }],
])('a command that %s is not replaced', (_, cmd, changes) => {
  const init = { exec: [], entrypoint: [], cmd };
  expect(replaceableCommand(guideMachine({ command: cmd, init, ...changes }))).toBeUndefined();
});
