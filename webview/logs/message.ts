import { element } from '../ui/dom.ts';
import { parseAnsi, type Segment } from './ansi.ts';
import { type Matches, type Part, splitAtMatches } from './highlight.ts';

/**
 * Draws a text with its colours, and marks the matches.
 * @param length How much of the text is drawn, in UTF-16 units of the text without escapes.
 * @param matches Those in the text without escapes.
 */
export function renderText(text: string, matches: Matches, length = Infinity): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let offset = 0;
  for (const segment of quietStamp(parseAnsi(text))) {
    if (offset >= length) break;
    const shown = segment.text.slice(0, length - offset);
    nodes.push(...renderSegment(segment, splitAtMatches(shown, offset, matches)));
    offset += segment.text.length;
  }
  return nodes;
}

function renderSegment(
  { classes, foreground, background }: Segment,
  parts: readonly Part[],
): (Node | string)[] {
  const nodes = parts.map(({ text, match }) => (match ? element('mark', {}, text) : text));
  if (classes === '') return nodes;
  const run = element('span', { class: classes }, ...nodes);
  if (foreground) run.style.setProperty('--fg', foreground);
  if (background) run.style.setProperty('--bg', background);
  return [run];
}

/** Sets a timestamp back with which the program starts its line: the time stands in its column already. */
function quietStamp(segments: Segment[]): Segment[] {
  const [first, ...rest] = segments;
  const stamp =
    first?.classes === '' ? /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) /.exec(first.text)?.[0] : undefined;
  if (!first || stamp === undefined) return segments;
  return [{ text: stamp, classes: 'stamp' }, { ...first, text: first.text.slice(stamp.length) }, ...rest];
}
