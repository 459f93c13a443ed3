import { expect, test } from 'vitest';
import { sh } from '../../../src/remote/sh.ts';

test('a script keeps its backslashes and its own parameter expansions', () => {
  expect(sh`printf '%s\t\\\n' "\${x##*.}" "$1"`).toBe(String.raw`printf '%s\t\\\n' "` + '${x##*.}" "$1"');
});

test('a script takes in others as they are', () => {
  const greet = sh`
    greet() { printf 'hi\n'; }
  `;
  expect(sh`
${greet}
greet
`).toBe("greet() { printf 'hi\\n'; }\ngreet");
});
