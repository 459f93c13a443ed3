import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnsi, stripAnsi } from '../../../webview/logs/ansi.ts';

const red = '\u001b[31m';
const reset = '\u001b[0m';

describe('parseAnsi', () => {
  it('gives the sixteen colours and the styles names for the theme', () => {
    expect(parseAnsi(`a${red}b\u001b[1;92mc${reset}d\u001b[44me\u001b[49mf`)).toEqual([
      { text: 'a', classes: '' },
      { text: 'b', classes: 'ansi-red-fg' },
      { text: 'c', classes: 'ansi-bold ansi-bright-green-fg' },
      { text: 'd', classes: '' },
      { text: 'e', classes: 'ansi-blue-bg' },
      { text: 'f', classes: '' },
    ]);
  });

  it('computes the colours beyond the sixteen', () => {
    const colourOf = (code: string): string | undefined => parseAnsi(`\u001b[${code}mx`)[0]?.foreground;
    expect(colourOf('38;5;16')).toBe('rgb(0, 0, 0)');
    expect(colourOf('38;5;196')).toBe('rgb(255, 0, 0)');
    expect(colourOf('38;5;110')).toBe('rgb(135, 175, 215)');
    expect(colourOf('38;5;232')).toBe('rgb(8, 8, 8)');
    expect(colourOf('38;5;255')).toBe('rgb(238, 238, 238)');
    expect(colourOf('38;2;1;2;3')).toBe('rgb(1, 2, 3)');
    expect(parseAnsi('\u001b[48;5;9mx')).toEqual([{ text: 'x', classes: 'ansi-bright-red-bg' }]);
    expect(parseAnsi('\u001b[48;2;1;2;3mx')).toEqual([
      { text: 'x', classes: 'ansi-exact-bg', background: 'rgb(1, 2, 3)' },
    ]);
  });

  it('reads together as the text without escapes, whatever comes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        red,
        reset,
        '\u001b',
        '\u001b[',
        '\u001b[38;5;',
        '\u001b]8;;https://x\u0007',
        '\u001b[2K',
        '\u009b31m',
      ),
      fc.constantFrom(
        '\u001b[38:2::1:2:3m',
        '\u001b(B',
        '\u001b]0;title',
        '\r',
        '\u0000',
        '\n',
        '\t',
        'm',
        '[31m',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const segments = parseAnsi(text);
        expect(segments.map((segment) => segment.text).join('')).toBe(stripAnsi(text));
      }),
    );
  });
});

describe('stripAnsi', () => {
  it('takes away colours, cursor movements, links, titles and control characters', () => {
    const link = '\u001b]8;;https://fly.io\u001b\\fly\u001b]8;;\u0007';
    expect(stripAnsi(`${red}a${reset}\u001b[2K\u001b[1;1H${link}\u001b]0;t\u0007\u0008\u0007!`)).toBe(
      'afly!',
    );
  });

  it('leaves line breaks and tabs', () => {
    expect(stripAnsi('a\n\tb')).toBe('a\n\tb');
  });
});
