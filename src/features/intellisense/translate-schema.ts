import type { Texts } from './protocol.ts';

/** The keywords in which `gateway/schema` speaks. */
const spoken = new Set([
  'label',
  'description',
  'markdownDescription',
  'deprecationMessage',
  'patternErrorMessage',
]);

/**
 * Says in the user's language what we say in the bundled schema, which was generated in English. What OpenClaw says
 * stays as it is.
 * @param schema Normalised, in JSON. A paragraph in it is one text.
 */
export function translateSchema(schema: string, texts: Texts): string {
  const translate = (paragraph: string): string => texts[paragraph] ?? paragraph;
  const revive = (key: string, value: unknown): unknown =>
    typeof value === 'string' && spoken.has(key) ? value.split('\n\n').map(translate).join('\n\n') : value;
  return JSON.stringify(JSON.parse(schema, revive));
}
