import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/errors.ts';
import { describeSchema } from '../../../src/features/intellisense/describe-schema.ts';
import type { SchemaInForce } from '../../../src/features/intellisense/schemas.ts';

const bundled = {
  id: 'b',
  text: '{}',
  version: '2026.9.6',
  commit: 'eb377ac59e6c',
  date: '2026-09-23T16:33:12Z',
  models: [],
};
const now = Date.parse('2026-11-21T12:00:00Z');
const hour = 60 * 60_000;

function describeLive(live?: SchemaInForce['live']) {
  return describeSchema({ id: '1', text: '{}', own: false, bundled, ...(live && { live }) }, now);
}

describe('The status of the schema', () => {
  it('says from where a schema of a machine is, and how old', () => {
    const facts = { state: 'read', id: 'l', version: '2026.7.1', app: 'claw', text: '{}' } as const;
    const textAfter = (ms: number): string => describeLive({ ...facts, fetchedAt: now - ms }).text;
    assert.equal(textAfter(2 * hour), 'OpenClaw 2026.7.1, from claw, 2h ago');
    assert.equal(textAfter(59_000), 'OpenClaw 2026.7.1, from claw, just now');
    assert.match(textAfter(3 * 24 * hour), /3 ?d/);
  });

  it('says from where the bundled schema is when there is no deployment', () => {
    const { text, detail, warning } = describeLive();
    assert.equal(text, 'OpenClaw 2026.9.6, bundled');
    assert.equal(detail, 'Bundled: “openclaw config schema” of OpenClaw 2026.9.6 (eb377ac, 2026-09-23)');
    assert.equal(warning, false);
  });

  it('says while it reads, and when the machine cannot tell', () => {
    assert.equal(describeLive({ state: 'reading', app: 'claw' }).busy, true);
    const { text, warning } = describeLive({ state: 'unsupported', version: '2026.2.26', app: 'claw' });
    assert.match(text, /^bundled 2026\.9\.6, machine runs 2026\.2\.26/);
    assert.equal(warning, true);
  });

  it('says why a schema could not be read', () => {
    const failure = new Failure('noStartedMachine', { facts: { app: 'claw' } });
    const { text, detail } = describeLive({ state: 'failed', failure, app: 'claw' });
    assert.equal(text, 'bundled 2026.9.6, that of claw could not be read');
    assert.match(detail, /claw/);
  });
});
