import { applyEdits, modify, type FormattingOptions } from 'jsonc-parser';
import { childOf } from './check/path.ts';
import { valueOf } from './check/read.ts';
import { changedPaths } from './config-changes.ts';

export type Merge =
  /** Both changes are in the text. */
  | { readonly kind: 'merged'; readonly text: string }
  /** A person has to decide. */
  | { readonly kind: 'conflict' };

export interface Versions {
  /** As it was on the machine when the editing began. */
  readonly base: string;
  /** What is to be pushed. */
  readonly mine: string;
  /** What is on the machine now. */
  readonly theirs: string;
}

/** Where the gateway notes who wrote the file last, and which migrations it has seen. */
const ownKey = 'meta';

/**
 * Merges what the gateway itself does to its configuration: its writers, which are also those of its control UI and its
 * command line, put notes into `meta`, drop comments and format anew. When nothing else changed on the machine, the result
 * is `mine` with the `meta` of the machine, its comments and its formatting kept. Any other change is a conflict, and so is
 * a `meta` that both sides changed.
 */
export function mergeGatewayRewrite({ base, mine, theirs }: Versions): Merge {
  const foreign = changedPaths(base, theirs);
  if (foreign.some(([key]) => key !== ownKey)) return { kind: 'conflict' };
  if (foreign.length === 0 || metaDiffers(mine, theirs) === false) return { kind: 'merged', text: mine };
  if (metaDiffers(base, mine) !== false) return { kind: 'conflict' };
  const text = withMeta(mine, childOf(valueOf(theirs), ownKey));
  // An edit of a text that is JSON5 and no JSON with comments can miss its place.
  const leftOver =
    changedPaths(mine, text).some(([key]) => key !== ownKey) || metaDiffers(text, theirs) !== false;
  return leftOver ? { kind: 'conflict' } : { kind: 'merged', text };
}

/** Nothing when one of the texts cannot be read. */
function metaDiffers(one: string, other: string): boolean | undefined {
  const paths = changedPaths(one, other);
  if (paths.some((path) => path.length === 0)) return undefined;
  return paths.some(([key]) => key === ownKey);
}

function withMeta(source: string, meta: unknown): string {
  const [mark = ''] = /^\uFEFF?/.exec(source) ?? [];
  const text = source.slice(mark.length);
  const edits = modify(text, [ownKey], meta, { formattingOptions: formattingOf(text) });
  return mark + applyEdits(text, edits);
}

function formattingOf(text: string): FormattingOptions {
  const [, indent = '  '] = /^([ \t]+)\S/m.exec(text) ?? [];
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
