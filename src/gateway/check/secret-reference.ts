import { isRecord } from './path.ts';

/** `{ source: 'env', provider: 'default', id: 'NAME' }`: where a secret is kept, instead of the secret. */
export interface SecretReference {
  readonly source: 'env' | 'file' | 'exec' | 'store';
  readonly provider: string;
  readonly id: string;
}

const sources: readonly unknown[] = ['env', 'file', 'exec', 'store'];

/** Whether OpenClaw reads the value as a reference to a secret. */
export function isSecretReference(value: unknown): value is SecretReference {
  if (!isRecord(value) || Object.keys(value).length !== 3) return false;
  const { source, provider, id } = value;
  return sources.includes(source) && isName(provider) && isName(id);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
