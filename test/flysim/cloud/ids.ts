import { createHash, randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Fourteen hexadecimal digits, as Fly names machines. */
export function machineId(): string {
  return randomBytes(7).toString('hex');
}

export function volumeId(): string {
  return `vol_${randomText('0123456789abcdefghijklmnopqrstuvwxyz', 16)}`;
}

export function snapshotId(): string {
  return `vs_${randomText('0123456789abcdefghijklmnopqrstuvwxyz', 16)}`;
}

/** A ULID-shaped name of one version of a machine. */
export function instanceId(): string {
  return `01${randomText(CROCKFORD, 24)}`;
}

/** An opaque identifier of the GraphQL API. */
export function globalId(): string {
  return randomText('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 20);
}

/** An address in the private network of an organization. */
export function privateIp(): string {
  const [a, b, c, d] = [randomBytes(2), randomBytes(2), randomBytes(2), randomBytes(2)].map((bytes) =>
    bytes.readUInt16BE().toString(16),
  );
  return `fdaa:0:${String(a)}:a7b:${String(b)}:${String(c)}:${String(d)}:2`;
}

/** Sixteen hexadecimal digits that tell two values of a secret apart. */
export function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16);
}

function randomText(alphabet: string, length: number): string {
  return [...randomBytes(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
