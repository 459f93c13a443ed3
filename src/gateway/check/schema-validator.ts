import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { DataValidateFunction, DataValidationCxt } from 'ajv/dist/types/index.js';
import { entriesOf, isNode, mapChildren, mapValues, omit, type SchemaNode } from '../schema/schemaNode.ts';
import { childOf, valueAt, type ConfigPath } from './path.ts';

/** One thing in which a value does not fit the schema. */
export interface SchemaProblem {
  /** The keyword of JSON Schema that failed; `anyOf`, `oneOf` and `propertyNames` come with `branches`. */
  readonly keyword: string;
  readonly path: ConfigPath;
  readonly value: unknown;
  /** What ajv says about the failure of the keyword. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword. */
  readonly schema: SchemaNode;
  /** Why each branch did not fit; empty for one that did. Of `propertyNames`, why the one schema did not fit the key. */
  readonly branches: readonly (readonly SchemaProblem[])[];
}

/** From so many properties on, the schema of an object is compiled property by property. */
const manyProperties = 12;

/** Formats that OpenClaw checks; it takes all others as notes. */
const formats = { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/ };

/** Keywords of ours that stand for those of JSON Schema while ajv compiles. */
const lazily = 'lazily';
const ours = { anyOf: 'anyBranch', oneOf: 'oneBranch', propertyNames: 'names' };

/** With so many problems, the rest of a configuration is not looked at. */
export const mostProblems = 500;

type Context = DataValidationCxt | undefined;

/** What a keyword has against the data. */
type Judge = (schema: unknown, data: unknown, context: Context) => readonly ErrorObject[];

/**
 * Judges values by a JSON Schema (draft-07) with ajv.
 *
 * OpenClaw's schema has half a megabyte, which takes ajv seconds to compile, and a configuration uses little of it. What is
 * behind a reference, in `anyOf` and `oneOf`, or one of many items or properties is therefore compiled when a value first gets there.
 * That also keeps apart why each branch of an `anyOf` failed, which ajv puts into one list.
 */
export class SchemaValidator {
  readonly #root: SchemaNode;
  readonly #ajv = new Ajv({
    strict: false,
    strictNumbers: true,
    allErrors: true,
    verbose: true,
    logger: false,
    validateSchema: false,
    // Most of what is compiled runs once: optimising it takes longer than it saves.
    code: { optimize: false },
    formats,
  });
  readonly #checks = new WeakMap<SchemaNode, ValidateFunction>();
  /** How many unions are around the value: what a branch has against it may be no problem. */
  #unions = 0;
  /** How many problems were found outside of unions. */
  #problems = 0;

  /** @param schema References must lead to `#` or to its `definitions`, as those of `normaliseSchema` do. */
  constructor(schema: SchemaNode) {
    this.#root = schema;
    this.#define(lazily, (target, data, context) =>
      this.#isEnough() ? [] : this.#errorsOf(target, data, context),
    );
    this.#define(ours.anyOf, (schemas, data, context) => {
      if (this.#isEnough()) return [];
      const branches = this.#branches(schemas, data, context);
      return fitting(branches) > 0 ? [] : [this.#failure('anyOf', { branches }, data, context)];
    });
    this.#define(ours.oneOf, (schemas, data, context) => {
      if (this.#isEnough()) return [];
      const branches = this.#branches(schemas, data, context);
      return fitting(branches) === 1 ? [] : [this.#failure('oneOf', { branches }, data, context)];
    });
    this.#define(ours.propertyNames, (schema, data, context) =>
      (isNode(data) ? Object.keys(data) : []).flatMap((propertyName) => {
        const branches = [this.#errorsOf(schema, propertyName, context)];
        return fitting(branches) > 0
          ? []
          : [failure('propertyNames', { branches, propertyName }, data, context)];
      }),
    );
  }

  /** @returns Nothing when the value fits. */
  problemsOf(value: unknown): readonly SchemaProblem[] {
    this.#problems = 0;
    return this.#errorsOf(this.#root, value, undefined)
      .slice(0, mostProblems)
      .map((error) => toProblem(error, value));
  }

  #define(keyword: string, errorsOf: Judge): void {
    const compile = (schema: unknown, parentSchema: SchemaNode): DataValidateFunction => {
      const validate: DataValidateFunction = (data: unknown, context) => {
        validate.errors = errorsOf(schema, data, context).map((error) => ({ parentSchema, ...error }));
        return validate.errors.length === 0;
      };
      return validate;
    };
    this.#ajv.addKeyword({ keyword, errors: 'full', compile });
  }

  #branches(schemas: unknown, data: unknown, context: Context): readonly (readonly ErrorObject[])[] {
    const branches: readonly unknown[] = Array.isArray(schemas) ? schemas : [];
    this.#unions += 1;
    const errors = branches.map((schema) => this.#errorsOf(schema, data, context));
    this.#unions -= 1;
    return errors;
  }

  #isEnough(): boolean {
    return this.#unions === 0 && this.#problems >= mostProblems;
  }

  #failure(...args: Parameters<typeof failure>): ErrorObject {
    if (this.#unions === 0) this.#problems += 1;
    return failure(...args);
  }

  #errorsOf(schema: unknown, data: unknown, context: Context): readonly ErrorObject[] {
    if (!isNode(schema)) return schema === false ? [failure('false schema', {}, data, context)] : [];
    const check = this.#compiled(schema);
    const before = this.#problems;
    if (check(data, context)) return [];
    const errors = check.errors ?? [];
    // Those of the values inside are among them, and were counted there.
    if (this.#unions === 0) this.#problems = before + errors.length;
    return errors;
  }

  #compiled(schema: SchemaNode): ValidateFunction {
    const known = this.#checks.get(schema);
    if (known) return known;
    const check = this.#ajv.compile(this.#prepare(schema));
    this.#checks.set(schema, check);
    return check;
  }

  /** Puts what can wait behind the keywords of this class. */
  #prepare(schema: SchemaNode): SchemaNode {
    const { $ref, anyOf, oneOf, propertyNames, properties, items, additionalProperties, ...rest } = omit(
      schema,
      'definitions',
    );
    return {
      ...mapChildren(rest, (child) => this.#prepare(child)),
      ...(isNode(properties) ? { properties: this.#prepareProperties(properties) } : {}),
      ...(items === undefined ? {} : { items: later(items) }),
      ...(additionalProperties === undefined ? {} : { additionalProperties: later(additionalProperties) }),
      ...(typeof $ref === 'string' ? { [lazily]: this.#target($ref) } : {}),
      ...(anyOf === undefined ? {} : { [ours.anyOf]: anyOf }),
      ...(oneOf === undefined ? {} : { [ours.oneOf]: oneOf }),
      ...(propertyNames === undefined ? {} : { [ours.propertyNames]: propertyNames }),
    };
  }

  #prepareProperties(properties: SchemaNode): SchemaNode {
    const many = Object.keys(properties).length >= manyProperties;
    return mapValues(properties, (property) => {
      if (!isNode(property)) return property;
      return many ? { [lazily]: property } : this.#prepare(property);
    });
  }

  #target(reference: string): unknown {
    if (reference === '#') return this.#root;
    const name = reference.slice('#/definitions/'.length);
    return new Map(entriesOf(this.#root['definitions'])).get(name) ?? true;
  }
}

/** Items may be many thousands, so that the validator must be able to stop among them. */
function later(schema: unknown): unknown {
  return isNode(schema) ? { [lazily]: schema } : schema;
}

function fitting(branches: readonly (readonly ErrorObject[])[]): number {
  return branches.filter((errors) => errors.length === 0).length;
}

function failure(
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  data: unknown,
  context: Context,
): ErrorObject {
  return { keyword, params, data, instancePath: context?.instancePath ?? '', schemaPath: '' };
}

/** The data of errors is looked up again, since ajv replaces it on their way out of keywords that are not its own. */
function toProblem(error: ErrorObject, root: unknown): SchemaProblem {
  const branches: readonly (readonly ErrorObject[])[] = error.params['branches'] ?? [];
  const path = pathOf(error.instancePath, root);
  return {
    keyword: error.keyword,
    path,
    value: valueAt(root, path),
    params: error.params,
    schema: error.parentSchema ?? {},
    branches: branches.map((errors) => errors.map((inner) => toProblem(inner, root))),
  };
}

/** Reads a JSON pointer (RFC 6901); a segment is an index where the value has an array. */
function pathOf(pointer: string, root: unknown): ConfigPath {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => {
      const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      const key = Array.isArray(value) ? Number(name) : name;
      value = childOf(value, key);
      return key;
    });
}
