import * as l10n from '@vscode/l10n';
import { onlyVariables } from '../schema/leniency.ts';
import { entriesOf, type SchemaNode } from '../schema/schemaNode.ts';
import { essentialProblems } from './branches.ts';
import { describeProblem } from './describe.ts';
import type { ConfigDocument } from './document.ts';
import type { EffectiveConfig } from './effective.ts';
import type { Finding } from './finding.ts';
import { formatPath, type ConfigPath } from './path.ts';
import { mostProblems, SchemaValidator, type SchemaProblem } from './schema-validator.ts';
import { nearestName } from './suggest.ts';
import { canBecome, hasVariable } from './variables.ts';

export interface SchemaCheck {
  readonly document: ConfigDocument;
  readonly config: EffectiveConfig;
  /** As `normaliseSchema` makes it. Compiled parts are kept as long as the object lives. */
  readonly schema: SchemaNode;
  /** Whether the schema is that of the gateway that will read the file. With another one, unknown keys are warnings. */
  readonly schemaIsOwn: boolean;
}

const validators = new WeakMap<SchemaNode, SchemaValidator>();

/** Finds what the schema does not allow, on the exact key or value. */
export function checkSchema(check: SchemaCheck): readonly Finding[] {
  const validator = validators.get(check.schema) ?? new SchemaValidator(check.schema);
  validators.set(check.schema, validator);
  const problems = validator.problemsOf(check.config.value);
  const essential = essentialProblems(problems, (problem) => isUncertain(problem, check.config));
  return unique(essential.slice(0, mostProblems).map((problem) => toFinding(problem, check)));
}

/** Keywords that judge what a text says: not those that are certain whatever a variable holds. */
const textual = new Set(['pattern', 'format', 'minLength', 'maxLength', 'not']);

/** Keywords that complain of something that is not there, and that an included file may have. */
const wanting = new Set(['required', 'minProperties', 'minItems', 'contains', 'dependencies']);

function isUncertain({ keyword, path, value, schema }: SchemaProblem, config: EffectiveConfig): boolean {
  if (config.isUnknown(path)) return true;
  if (wanting.has(keyword)) return config.isOpen(path);
  if (keyword === 'enum' || keyword === 'const')
    return wordsOf(schema).some((word) => canBecome(value, word));
  return textual.has(keyword) && hasVariable(value) && schema['pattern'] !== onlyVariables;
}

function wordsOf(schema: SchemaNode): readonly unknown[] {
  const words: unknown = schema['enum'] ?? [schema['const']];
  return Array.isArray(words) ? words : [];
}

function toFinding(problem: SchemaProblem, check: SchemaCheck): Finding {
  switch (problem.keyword) {
    case 'additionalProperties':
      return unknownKey(problem, check);
    case 'required':
      return missingKey(problem, check);
    case 'propertyNames':
      return keyFinding(
        'invalid-key',
        [...problem.path, String(problem.params['propertyName'])],
        describeProblem(problem),
        check,
      );
    default: {
      const path = check.config.sourceOf(problem.path);
      const range = check.document.rangeOfValue(path);
      return {
        severity: 'error',
        code: 'invalid-value',
        path: formatPath(path),
        range,
        message: describeProblem(problem),
      };
    }
  }
}

function unknownKey({ path, params, schema }: SchemaProblem, check: SchemaCheck): Finding {
  const key = String(params['additionalProperty']);
  const names = entriesOf(schema['properties']).map(([name]) => name);
  const near = nearestName(key, names);
  const unknown = check.schemaIsOwn
    ? l10n.t('OpenClaw does not know the key “{0}” here, and will not start with it.', key)
    : l10n.t(
        'The schema in use does not know the key “{0}” here; the gateway may have another version.',
        key,
      );
  const message = near === undefined ? unknown : `${unknown} ${l10n.t('Did you mean “{0}”?', near)}`;
  const finding = keyFinding('unknown-key', [...path, key], message, check);
  return check.schemaIsOwn ? finding : { ...finding, severity: 'warning' };
}

function missingKey({ path, params }: SchemaProblem, check: SchemaCheck): Finding {
  const key = String(params['missingProperty']);
  const source = check.config.sourceOf(path);
  return {
    severity: 'error',
    code: 'missing-key',
    path: formatPath(source),
    range: check.document.rangeOfHead(source),
    message: l10n.t('The key “{0}” is missing here.', key),
  };
}

function keyFinding(code: string, path: ConfigPath, message: string, check: SchemaCheck): Finding {
  const source = check.config.sourceOf(path);
  return {
    severity: 'error',
    code,
    path: formatPath(source),
    range: check.document.rangeOfKey(source),
    message,
  };
}

/** A moved value is judged at each of the places it is moved to, but stands at one. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
