import Anser from 'anser';

/** A run of text in one style. */
export interface Segment {
  readonly text: string;
  /** Classes of logs.css, e.g. `ansi-red-fg ansi-bold`; empty for plain text. */
  readonly classes: string;
  /** The CSS colour that `ansi-exact-fg` or `ansi-exact-bg` stands for. */
  readonly foreground?: string;
  readonly background?: string;
}

/** Operating system commands, control sequences, other escapes, and control characters but tab and line feed. */
const controls =
  /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\|$)|\u001b\[[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-Z\\^-~]?|[\u0000-\u0008\u000b-\u001f\u007f]/g;
const style = /^\u001b\[[\d;]*m$/;

/** The text as it reads, without escapes. */
export function stripAnsi(text: string): string {
  return text.replace(controls, '');
}

/** Splits the text where its style changes. Together the segments read as `stripAnsi(text)`. */
export function parseAnsi(text: string): Segment[] {
  const styled = text.replace(controls, (found) => (style.test(found) ? found : ''));
  return Anser.ansiToJson(styled, { use_classes: true, remove_empty: true }).map(toSegment);
}

function toSegment(entry: Anser.AnserJsonEntry): Segment {
  const classes = entry.decorations.map((decoration) => `ansi-${decoration}`);
  const foreground = exactColour(entry.fg, entry.fg_truecolor);
  const background = exactColour(entry.bg, entry.bg_truecolor);
  if (entry.fg) classes.push(foreground === undefined ? `${entry.fg}-fg` : 'ansi-exact-fg');
  if (entry.bg) classes.push(background === undefined ? `${entry.bg}-bg` : 'ansi-exact-bg');
  return {
    text: entry.content,
    classes: classes.join(' '),
    ...(foreground !== undefined && { foreground }),
    ...(background !== undefined && { background }),
  };
}

/** A colour beyond the theme's sixteen, which have classes. */
function exactColour(name: string | null, trueColour: string | null): string | undefined {
  if (name === 'ansi-truecolor') return `rgb(${trueColour})`;
  const index = Number(/^ansi-palette-(\d+)$/.exec(name ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(index) ? undefined : paletteColour(index);
}

/** xterm's palette: 16 to 231 a cube of six steps each of red, green and blue, then 24 greys. */
function paletteColour(index: number): string {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return `rgb(${grey}, ${grey}, ${grey})`;
  }
  const step = (value: number): number => (value === 0 ? 0 : 55 + value * 40);
  const cube = index - 16;
  return `rgb(${step(Math.floor(cube / 36))}, ${step(Math.floor(cube / 6) % 6)}, ${step(cube % 6)})`;
}
