import { createHash } from 'node:crypto';

/** Names a schema by its text. Half a megabyte is hashed, so this is for when a schema arrives. */
export function schemaId(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
