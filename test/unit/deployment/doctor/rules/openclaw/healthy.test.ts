import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../../../src/core/errors.ts';
import { openclawRules } from '../../../../../../src/deployment/doctor/rules/openclaw.ts';
import { checkWith } from '../../../../../../src/gateway/check/check.ts';
import { isNode } from '../../../../../../src/gateway/schema/schemaNode.ts';
import { codes, guideConfig, snapshot, textOf } from '../../openclaw-snapshots.ts';

const schema: unknown = JSON.parse(readFileSync('schemas/openclaw.schema.json', 'utf8'));

/** What the editor's checks really say about the guide's configuration. */
function findingsOf(hostnames: readonly string[]) {
  if (!isNode(schema)) throw new Error('not a schema');
  const secrets = ['OPENCLAW_GATEWAY_TOKEN', 'ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'DISCORD_BOT_TOKEN'];
  const deployment = {
    secrets: secrets.map((name) => ({ name, status: 'deployed' as const })),
    env: ['OPENCLAW_STATE_DIR', 'NODE_OPTIONS'],
    hostnames,
    version: '2026.9.6',
  };
  return checkWith({ text: textOf(guideConfig), schema, schemaIsOwn: true, deployment });
}

describe('a healthy deployment of the guide', () => {
  test('that is public has nothing', () => {
    const configFindings = findingsOf(['my-openclaw.fly.dev']);
    expect(codes(snapshot({ configFindings }))).toEqual([]);
  });

  test('that is private has nothing', () => {
    const configFindings = findingsOf([]);
    expect(codes(snapshot({ configFindings, addresses: { data: [] } }))).toEqual([]);
  });

  test('of which nothing could be read has nothing either', () => {
    const failure = { failure: new Failure('offline') };
    const unread = { secrets: failure, addresses: failure, certificates: failure, log: failure };
    const silent = { ...snapshot(), ...unread, inspection: failure, complaint: failure };
    expect(codes(silent)).toEqual([]);
  });
});

test('each rule has a code of its own', () => {
  const all = openclawRules.map(({ code }) => code);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
});
