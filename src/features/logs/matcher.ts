import { createContext, Script } from 'node:vm';
import { stripVTControlCharacters } from 'node:util';
import * as l10n from '@vscode/l10n';
import type { LogQuery } from '../../shared/logs.ts';

/** How long an expression of the user may keep the extension busy with one batch of texts, in milliseconds. */
const patienceMs = 400;

/** Tells which texts a query's text matches. */
export interface Matcher {
  /** Why it matches everything instead: the expression is none, or takes too long. */
  readonly problem: string | undefined;
  /** For each text, which may hold ANSI escapes, whether it matches. */
  test(texts: readonly string[]): readonly boolean[];
}

/** Makes the matcher of a query; one without a text matches everything. */
export function createMatcher({ text, isRegex, matchCase }: LogQuery): Matcher {
  if (text === '') return matchesAll();
  if (!isRegex) return new LiteralMatcher(text, matchCase);
  try {
    return new PatternMatcher(compile(text, matchCase));
  } catch (error) {
    return matchesAll(error instanceof Error ? error.message : String(error));
  }
}

/** A text as it reads. */
export function plainText(text: string): string {
  return text.includes('\x1b') || text.includes('\x9b') ? stripVTControlCharacters(text) : text;
}

function matchesAll(problem?: string): Matcher {
  return { problem, test: (texts) => texts.map(() => true) };
}

/** Strict syntax first; people also paste expressions such as `\-`, which only the lenient one takes. */
function compile(source: string, matchCase: boolean): RegExp {
  const flags = matchCase ? 'm' : 'im';
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

class LiteralMatcher implements Matcher {
  readonly problem = undefined;
  readonly #pattern: RegExp;

  constructor(text: string, matchCase: boolean) {
    const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    this.#pattern = new RegExp(escaped, matchCase ? 'u' : 'iu');
  }

  test(texts: readonly string[]): readonly boolean[] {
    return texts.map((text) => this.#pattern.test(plainText(text)));
  }
}

/**
 * An expression such as `(a+)+$` can take years. V8 interrupts it when it runs as a script with a timeout, which nothing
 * else in Node.js offers short of a thread; from then on it matches everything.
 */
class PatternMatcher implements Matcher {
  problem: string | undefined;
  readonly #pattern: RegExp;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  test(texts: readonly string[]): readonly boolean[] {
    if (this.problem !== undefined || texts.length === 0) return texts.map(() => true);
    const plain = texts.map(plainText);
    const found: boolean[] = [];
    try {
      runTest(this.#pattern, plain, found);
    } catch {
      this.problem = l10n.t('This regular expression takes too long.');
      return texts.map(() => true);
    }
    return found;
  }
}

/** Local names, because each look at a global one of such a context costs more than the test. */
const script = new Script(
  '((pattern, texts, found) => { for (const text of texts) found.push(pattern.test(text)); })(pattern, texts, found)',
);
const scope: { pattern?: RegExp; texts?: readonly string[]; found?: boolean[] } = createContext({});

function runTest(pattern: RegExp, texts: readonly string[], found: boolean[]): void {
  Object.assign(scope, { pattern, texts, found });
  try {
    script.runInContext(scope, { timeout: patienceMs });
  } finally {
    Object.assign(scope, { pattern: undefined, texts: undefined, found: undefined });
  }
}
