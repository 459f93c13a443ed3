import { describe, expect, it } from 'vitest';
import { gapText, plainText, timeOfDay } from '../../../webview/logs/format.ts';
import { line } from '../../ui/webview/sample.ts';

const noon = new Date(2026, 10, 21, 12, 4, 5, 6).getTime();

describe('timeOfDay', () => {
  it('is local, aligned and to the millisecond', () => {
    expect(timeOfDay(noon)).toBe('12:04:05.006');
  });
});

describe('gapText', () => {
  it('says between which times', () => {
    expect(gapText({ kind: 'gap', id: 0, from: noon, to: noon + 61_000 })).toBe(
      'Connection lost. Lines between 12:04:05 and 12:05:06 may be missing.',
    );
  });
});

describe('plainText', () => {
  it('has everything of the line, in UTC and without colours', () => {
    const row = line(0, '\u001b[31m[gateway]\u001b[0m ready', { level: 'warning' });
    expect(plainText(row)).toBe('2026-11-21T19:51:40.120Z warning iad 91857550b64e83 app  [gateway] ready');
  });

  it('leaves out what is not known', () => {
    const row = line(0, 'x', { region: '', machine: '', provider: 'app' });
    expect(plainText(row)).toBe('2026-11-21T19:51:40.120Z info    app  x');
  });
});
