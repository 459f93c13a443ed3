import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FailureFacts, FailureKind } from '../../../src/core/errors.ts';
import { explain } from '../../../src/core/explain.ts';
import { Redactor } from '../../../src/core/redact.ts';
import { classify, type FailedRun, lastError, rows } from '../../../src/fly/errors.ts';

interface Fixture extends FailedRun {
  readonly kind: FailureKind;
  readonly facts?: FailureFacts;
}

const folder = new URL('../../fixtures/flyctl/errors/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => {
  const fixture: Fixture = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return { name: file.replace('.json', ''), ...fixture };
});

const own: FailureFacts = { app: 'my-openclaw', machine: 'd8916e2c431518', command: 'flyctl machine list' };
const redact = (text: string): string => new Redactor().redact(text);

describe('classify', () => {
  it.each(fixtures)('$name is $kind', ({ kind, facts, ...run }) => {
    const failure = classify(run, own, redact);
    expect(failure.kind).toBe(kind);
    expect(failure.facts).toEqual({ ...own, ...facts });
    expect(failure.detail).not.toBe('');
    expect(explain(failure).steps).not.toEqual([]);
  });

  it.each(rows)('has a fixture for the row $kind $pattern', (row) => {
    const first = fixtures.find(({ stderr }) => {
      const message = lastError(stderr).split('}: ').at(-1) ?? '';
      return rows.find(({ pattern }) => pattern.test(message)) === row;
    });
    expect(first?.kind).toBe(row.kind);
  });

  it('judges a GraphQL failure by what the server says, not by the query that is repeated before it', () => {
    const stderr =
      'Error: failed to run query { organization { forbidden: status } }: Could not find App "x"\n';
    const failure = classify({ exitCode: 1, stdout: '', stderr }, own, redact);
    expect(failure.kind).toBe('notFound');
    expect(failure.detail).toBe('Could not find App "x"');
  });

  it('sees through colours', () => {
    const stderr = '\u001b[31mError: \u001b[0mno access token available. Please login\n';
    expect(classify({ exitCode: 1, stdout: '', stderr }, own, redact).kind).toBe('notLoggedIn');
  });

  it('never shows a secret that flyctl repeats', () => {
    const stderr = 'Error: "fm2_lJPECAAAAAAAAAAAxBC" is not a valid secret name\n';
    const { detail, message } = classify({ exitCode: 1, stdout: '', stderr }, own, redact);
    expect(detail).toBe('"***" is not a valid secret name');
    expect(message).not.toContain('fm2_');
  });

  it('says what is known of an end without words', () => {
    const end = (exitCode: number, stdout = ''): string =>
      classify({ exitCode, stdout, stderr: '' }, own, redact).detail;
    expect(end(127)).toBe('flyctl was interrupted.');
    expect(end(3, 'Oops, something went wrong!\nstack')).toBe(
      'flyctl ended with exit code 3. Oops, something went wrong!',
    );
    expect(end(1)).toBe('flyctl ended with exit code 1.');
  });
});
