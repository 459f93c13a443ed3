import * as l10n from '@vscode/l10n';
import { stringsOf } from '../schema/schemaNode.ts';
import { isRecord } from './path.ts';
import type { SchemaProblem } from './schema-validator.ts';

/** More values than this are not listed. */
const listedValues = 12;

/** Says what the schema wants instead of the value. */
export function describeProblem(problem: SchemaProblem): string {
  const expected = expectationsOf(problem);
  if (expected.length > 0) return l10n.t('Expected {0}.', alternatives(expected));
  const describe = descriptions[problem.keyword];
  return describe ? describe(problem) : l10n.t('The gateway does not accept this value.');
}

/** The types and values that would fit, in words; nothing when the value is refused for another reason. */
function expectationsOf(problem: SchemaProblem): readonly string[] {
  const { keyword, params, schema, branches } = problem;
  if (keyword === 'type') return typesOf(params['type']).map(typeInWords);
  if (keyword === 'enum') return valuesInWords(schema['enum']);
  if (keyword === 'const') return valuesInWords([schema['const']]);
  if (keyword !== 'anyOf' && keyword !== 'oneOf') return [];
  const expected = [...new Set(branches.flatMap((branch) => branch.slice(0, 1)).flatMap(expectationsOf))];
  // A few words and any text can only mean: those words, or a variable that holds one.
  const hasWords = expected.some((value) => value.startsWith('"'));
  return hasWords ? expected.filter((value) => value !== typeInWords('string')) : expected;
}

function typesOf(type: unknown): readonly string[] {
  return typeof type === 'string' ? type.split(',') : stringsOf(type);
}

function typeInWords(type: string): string {
  switch (type) {
    case 'string':
      return l10n.t('a text');
    case 'number':
      return l10n.t('a number');
    case 'integer':
      return l10n.t('a whole number');
    case 'boolean':
      return l10n.t('true or false');
    case 'array':
      return l10n.t('a list');
    case 'object':
      return l10n.t('an object');
    default:
      return type;
  }
}

function valuesInWords(values: unknown): readonly string[] {
  const known: readonly unknown[] = Array.isArray(values) ? values : [];
  const listed = known.slice(0, listedValues).map((value) => JSON.stringify(value));
  return known.length > listed.length ? [...listed, l10n.t('another known value')] : listed;
}

function alternatives(words: readonly string[]): string {
  const [last = ''] = words.slice(-1);
  return words.length < 2 ? last : l10n.t('{0} or {1}', words.slice(0, -1).join(', '), last);
}

const descriptions: Readonly<Record<string, (problem: SchemaProblem) => string>> = {
  minimum: ({ params }) => l10n.t('The smallest value is {0}.', limitOf(params)),
  maximum: ({ params }) => l10n.t('The largest value is {0}.', limitOf(params)),
  exclusiveMinimum: ({ params }) => l10n.t('The value must be larger than {0}.', limitOf(params)),
  exclusiveMaximum: ({ params }) => l10n.t('The value must be smaller than {0}.', limitOf(params)),
  minLength: ({ params }) =>
    limitOf(params) === '1'
      ? l10n.t('This must not be empty.')
      : l10n.t('This needs at least {0} characters.', limitOf(params)),
  maxLength: ({ params }) => l10n.t('This may have at most {0} characters.', limitOf(params)),
  minItems: ({ params }) => l10n.t('The list needs at least {0} items.', limitOf(params)),
  maxItems: ({ params }) => l10n.t('The list may have at most {0} items.', limitOf(params)),
  minProperties: ({ params }) => l10n.t('The object needs at least {0} keys.', limitOf(params)),
  maxProperties: ({ params }) => l10n.t('The object may have at most {0} keys.', limitOf(params)),
  uniqueItems: () => l10n.t('The items of the list must differ.'),
  pattern: ({ schema }) =>
    typeof schema['patternErrorMessage'] === 'string'
      ? schema['patternErrorMessage']
      : l10n.t(
          'This is not written as expected: it must match {0}.',
          withoutVariable(String(schema['pattern'])),
        ),
  format: ({ params }) => l10n.t('This is not a valid {0}.', String(params['format'])),
  propertyNames: (problem) => {
    // `$include` is a name that every object can have; it is no advice for a mistyped one.
    const reasons = leafProblems(problem).filter(({ keyword }) => keyword !== 'const');
    const name = l10n.t('“{0}” cannot be a key here.', String(problem.params['propertyName']));
    return [name, ...new Set(reasons.map(describeProblem))].join(' ');
  },
};

/** `normaliseSchema` lets a variable stand in the place of every pattern: `\\$\\{…\\}|(?:pattern)`. */
function withoutVariable(pattern: string): string {
  return /^[^|]*\\\$\\\{[^|]*\|\(\?:([\s\S]*)\)$/.exec(pattern)?.[1] ?? pattern;
}

function leafProblems({ branches }: SchemaProblem): readonly SchemaProblem[] {
  return branches
    .flat()
    .flatMap((problem) => (problem.branches.length > 0 ? leafProblems(problem) : [problem]));
}

function limitOf(params: Readonly<Record<string, unknown>>): string {
  return String(isRecord(params) ? params['limit'] : '');
}
