import { describe, expect, it } from 'vitest';
import { refused } from '../../../src/gateway/check/rules/refused.ts';
import { acceptedTexts } from './accepted-texts.ts';
import { refusedTexts } from './refused-texts.ts';
import { contextOf, found } from './support.ts';

const lines = (texts: string) => texts.trim().split('\n');

describe('refused', () => {
  for (const line of lines(refusedTexts)) {
    const [text = '', ...expected] = line.split(/ {2,}/);
    it(`refuses ${text}`, () => {
      const findings = refused(contextOf(text));
      expect(findings.map(({ code, path }) => `${code}@${path}`)).toEqual(expected);
      expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
    });
  }

  for (const text of lines(acceptedTexts)) {
    it(`accepts ${text}`, () => expect(refused(contextOf(text))).toEqual([]));
  }

  it('marks the key, the value, or what the object begins with', () => {
    expect(found(refused, '{"channels":{"zork":{}}}')).toEqual(['error unknown-name@channels.zork "zork"']);
    expect(found(refused, '{"worktreeRoot":"x"}')).toEqual(['error invalid-value@worktreeRoot "x"']);
    expect(found(refused, '{"browser":{"profiles":{"a":{}}}}')).toEqual([
      'error missing-key@browser.profiles.a "a"',
    ]);
  });

  it('says nothing of what a variable or an included file decides', () => {
    expect(refused(contextOf('{ worktreeRoot: "${ROOT}" }'))).toEqual([]);
    expect(
      refused(contextOf('{ talk: { agentId: "zork" }, agents: { $include: "./agents.json5" } }')),
    ).toEqual([]);
    expect(
      refused(contextOf('{ browser: { profiles: { a: { $include: "./a.json5", headless: true } } } }')),
    ).toEqual([]);
  });

  it('only warns when the machine has another version', () => {
    const deployment = { secrets: [], env: [], hostnames: [], version: '2026.7.1' };
    expect(found(refused, '{ worktreeRoot: "x" }', { deployment })).toEqual([
      'warning invalid-value@worktreeRoot "x"',
    ]);
  });
});
