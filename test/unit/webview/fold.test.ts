import { describe, expect, it } from 'vitest';
import { foldingOf } from '../../../webview/logs/fold.ts';

describe('foldingOf', () => {
  it('leaves a line like any other alone', () => {
    for (const text of ['ready', '', '[gateway] ready', 'GET /{id}', 'empty {}', '[1', 'done [ok]'])
      expect(foldingOf(text)).toBeUndefined();
  });

  it('shows the first of several lines', () => {
    expect(foldingOf('Error: x\n    at a\n    at b')).toEqual({ firstLine: 8, hiddenLines: 2 });
  });

  it('sets JSON over several lines, also behind words', () => {
    expect(foldingOf('{"a":1}')?.pretty).toBe('{\n  "a": 1\n}');
    expect(foldingOf('[agent] run {"a":[1]} ')?.pretty).toBe('[agent] run\n{\n  "a": [\n    1\n  ]\n}');
  });

  it('does not look into what would take long', () => {
    expect(foldingOf(`{"a":"${'x'.repeat(200_000)}"}`)).toBeUndefined();
    expect(foldingOf(`${'[ '.repeat(50_000)}{"a":1}`)).toBeUndefined();
  });
});
