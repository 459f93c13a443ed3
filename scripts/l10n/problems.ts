/** English to its translation, or a name to its text. */
export type Bundle = Readonly<Record<string, string>>;

/** What a translation takes over as it is: placeholders, targets of links, code and icons. */
const fixedParts = /\{\w+\}|\]\([^)]*\)|`[^`]*`|\$\([a-z][a-z0-9~-]*\)/g;

/**
 * What is wrong with a translation, a sentence each.
 * @param file The name of the translation, for the sentences.
 * @param source The keys and their English.
 * @param translation The same keys in another language.
 */
export function translationProblems(file: string, source: Bundle, translation: Bundle): string[] {
  return [
    ...keyProblems(file, Object.keys(source), translation),
    ...Object.entries(source).flatMap(([key, english]) => {
      const translated = translation[key];
      if (translated === undefined || fixedPartsOf(english) === fixedPartsOf(translated)) return [];
      return [
        `${file}: ${JSON.stringify(translated)} has other placeholders, links, code or icons than its English.`,
      ];
    }),
  ];
}

/** Which keys a bundle lacks, leaves empty, or has for nothing. */
export function keyProblems(file: string, used: readonly string[], bundle: Bundle): string[] {
  return [
    ...used.filter((key) => !bundle[key]).map((key) => `${file} lacks ${JSON.stringify(key)}.`),
    ...Object.keys(bundle)
      .filter((key) => !used.includes(key))
      .map((key) => `${file} has ${JSON.stringify(key)}, which nothing uses.`),
  ];
}

/** The texts of the bundle that are not their own key, a sentence each. */
export function sourceProblems(file: string, bundle: Bundle): string[] {
  return Object.entries(bundle)
    .filter(([key, text]) => key !== text)
    .map(([key]) => `${file} has another text for ${JSON.stringify(key)}.`);
}

/** The names in a manifest, a parsed `package.json`, that stand for texts: `%name%`. */
export function namesIn(manifest: unknown): string[] {
  if (typeof manifest === 'string') {
    const name = /^%(.+)%$/.exec(manifest)?.[1];
    return name === undefined ? [] : [name];
  }
  if (typeof manifest !== 'object' || manifest === null) return [];
  return [...new Set(Object.values(manifest).flatMap(namesIn))];
}

function fixedPartsOf(text: string): string {
  return JSON.stringify(text.match(fixedParts)?.sort());
}
