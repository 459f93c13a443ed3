import { Redactor } from '../../core/redact.ts';
import { childrenOf, type ConfigPath, leavesOf, placesAt } from '../../gateway/check/path.ts';
import { secretPaths } from '../../gateway/check/secret-paths.ts';
import { isSecretReference } from '../../gateway/check/secret-reference.ts';

const mask = '***';

/** Variables whose values are places, ports, modes or names, and tell more than they give away. */
const openVariable =
  /^(?:(?:OPENCLAW|CLAWDBOT|MOLTBOT)_(?:\w+_)?(?:DIR|PATH|HOME|PORT|BIND|MODE)|FLY_(?:\w+_)?(?:NAME|ID|REGION|GROUP|REF|MB)|HOME|TMPDIR|TZ|PORT|NODE_ENV|NODE_OPTIONS|PRIMARY_REGION)$/;

/** Maps whose values only their owner understands: each may be a secret. */
const opaqueMap = /(?:^|\.)(?:env|vars|headers|edgeAuth)\.[^.]+$|^plugins\.entries\.[^.]+\.config\./;

/** What the gateway puts a variable's value in the place of: a name, and no secret. */
const reference = /^\$\{[A-Z_][A-Z0-9_]*\}$/;

/** A run of characters that nobody would type. */
const randomRun = /(?=[A-Za-z_+=]*\d)(?=[\d_+=]*[A-Za-z])[A-Za-z\d_+=]{20,}/;

/**
 * Takes secrets out of what goes to other people. What it masks at one place, it masks wherever else it stands: a log may
 * repeat what the configuration says.
 */
export class Mask {
  readonly #known = new Redactor();
  readonly #redact: (text: string) => string;
  readonly #names: ReadonlySet<string>;

  /**
   * @param redact Masks what looks like a secret, and what was registered as one.
   * @param names What is no secret wherever it stands, e.g. that of the app.
   */
  constructor(redact: (text: string) => string, names: readonly string[]) {
    this.#redact = redact;
    this.#names = new Set(names);
  }

  /** A text without secrets, those among them that were masked in values before. */
  text(text: string): string {
    return this.#known.redact(this.#redact(text));
  }

  /** A copy of a configuration, of OpenClaw or of Fly, without values that could be secret; references to secrets stay. */
  config(value: unknown): unknown {
    const secret = new Set(
      secretPaths
        .flatMap((pattern) => placesAt(value, pattern))
        .filter((place) => !isSecretReference(place.value))
        .flatMap(({ path, value }) => [...leavesOf(value, path)])
        .map(({ path }) => keyOf(path)),
    );
    return mapLeaves(value, [], (leaf, path) => {
      const name = String(path.findLast((segment) => typeof segment === 'string') ?? '');
      if (secret.has(keyOf(path)) || this.#isTelling(name, leaf)) return this.#hide(leaf, true);
      return opaqueMap.test(path.join('.')) && !openVariable.test(name) ? this.#hide(leaf, false) : leaf;
    });
  }

  /** The words of a command, without the values of options that are called like secrets. */
  command(words: readonly string[]): string {
    const masked = words.map((word, index) => {
      const [, joined, value = ''] = /^--?([\w-]+)=(.+)$/s.exec(word) ?? [];
      if (joined !== undefined && this.#isTelling(joined, value)) {
        return word.replace(value, () => String(this.#hide(value, true)));
      }
      const option = /^--?([\w-]+)$/.exec(words[index - 1] ?? '')?.[1];
      return option !== undefined && this.#isTelling(option, word) ? String(this.#hide(word, true)) : word;
    });
    return this.text(masked.join(' '));
  }

  /** Whether the name of a value or its shape says that it is a secret. */
  #isTelling(name: string, value: unknown): boolean {
    const text = String(value);
    const line = JSON.stringify({ [name]: text });
    return this.#redact(line) !== line || randomRun.test(text);
  }

  /** @param certain Whether the value is a secret; a word that only may be one can be an ordinary word elsewhere. */
  #hide(value: unknown, certain: boolean): unknown {
    const text = String(value);
    if (typeof value === 'boolean' || value === null || text === '' || reference.test(text)) return value;
    if (!certain && this.#names.has(text)) return value;
    if (certain || /^(?=.*[^a-z]).{8,}$/s.test(text)) this.#known.register(text);
    return mask;
  }
}

function keyOf(path: ConfigPath): string {
  return JSON.stringify(path);
}

function mapLeaves(
  value: unknown,
  path: ConfigPath,
  change: (leaf: unknown, path: ConfigPath) => unknown,
): unknown {
  if (typeof value !== 'object' || value === null) return change(value, path);
  const children = childrenOf(value).map(
    ([key, child]) => [key, mapLeaves(child, [...path, key], change)] as const,
  );
  return Array.isArray(value) ? children.map(([, child]) => child) : Object.fromEntries(children);
}
