import { entriesOf, isNode, type SchemaNode } from '../../../../src/gateway/schema/schemaNode.ts';
import { isObject, type Json } from './sample.ts';

/** Keys and indices from the root to a value. */
export type Path = readonly (string | number)[];

/** Finds what a schema says of places in a configuration. */
export class Guide {
  readonly #root: SchemaNode;
  readonly #definitions: ReadonlyMap<string, unknown>;

  /** @param root References must lead to its `definitions`. */
  constructor(root: SchemaNode) {
    this.#root = root;
    this.#definitions = new Map(entriesOf(root['definitions']));
  }

  /** The names that the root knows. */
  get sections(): ReadonlySet<string> {
    return new Set(entriesOf(this.#root['properties']).map(([name]) => name));
  }

  /** Every schema that can judge the value at the path, branches of unions included. */
  schemasAt(path: Path): readonly SchemaNode[] {
    return path.reduce<readonly SchemaNode[]>(
      (schemas, segment) => schemas.flatMap((schema) => this.#children(schema, segment)),
      this.#branches(this.#root),
    );
  }

  /** Values that the schema at the path takes, simple ones only; none where it is not simple. */
  valuesAt(path: Path): readonly Json[] {
    return this.schemasAt(path).flatMap(simpleValues);
  }

  /** The keys that the object at the path can have. */
  keysAt(path: Path): readonly string[] {
    const keys = this.schemasAt(path).flatMap((schema) =>
      entriesOf(schema['properties']).map(([key]) => key),
    );
    return [...new Set(keys)].filter((key) => !key.startsWith('$'));
  }

  #children(schema: SchemaNode, segment: string | number): readonly SchemaNode[] {
    if (typeof segment === 'number') return this.#branches(schema['items']);
    const property = new Map(entriesOf(schema['properties'])).get(segment);
    return this.#branches(property ?? schema['additionalProperties']);
  }

  #branches(schema: unknown): readonly SchemaNode[] {
    if (!isNode(schema)) return [];
    const { $ref, ...rest } = schema;
    if (typeof $ref === 'string') {
      const target = this.#definitions.get($ref.slice('#/definitions/'.length));
      return this.#branches(isNode(target) ? { ...target, ...rest } : rest);
    }
    const union: unknown = schema['anyOf'] ?? schema['oneOf'];
    return [schema, ...(Array.isArray(union) ? union.flatMap((branch) => this.#branches(branch)) : [])];
  }
}

function simpleValues(schema: SchemaNode): readonly Json[] {
  const listed: unknown = 'const' in schema ? [schema['const']] : schema['enum'];
  if (Array.isArray(listed)) return listed.filter(isPrimitive);
  switch (schema['type']) {
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return [smallestNumber(schema), smallestNumber(schema) + 1].filter(
        (number) => number <= numberOf(schema, 'maximum', 1e6),
      );
    case 'string':
      return 'pattern' in schema ? [] : ['claw', 'claw two'];
    case 'object':
      return 'required' in schema || 'else' in schema ? [] : [{}];
    case 'array':
      return 'minItems' in schema ? [] : [[]];
    default:
      return [];
  }
}

function smallestNumber(schema: SchemaNode): number {
  return Math.max(numberOf(schema, 'minimum', 1), numberOf(schema, 'exclusiveMinimum', 0) + 1);
}

function numberOf(schema: SchemaNode, keyword: string, otherwise: number): number {
  const value = schema[keyword];
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : otherwise;
}

function isPrimitive(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Every place in the value but the root, parents before children. */
export function placesIn(value: Json, path: Path = []): Path[] {
  const children: [string | number, Json][] = Array.isArray(value)
    ? value.map((item: Json, index) => [index, item])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return children.flatMap(([key, child]) => [[...path, key], ...placesIn(child, [...path, key])]);
}
