import { describe, expect, it } from 'vitest';
import { allocateAddress, type AddressKind } from '../../../../src/fly/verbs/ips.ts';
import { output } from './printed.ts';

const lines: readonly (readonly [AddressKind, string])[] = [
  ['private_v6', 'ips allocate-v6 --private -a my-openclaw'],
  ['v6', 'ips allocate-v6 -a my-openclaw'],
  ['shared_v4', 'ips allocate-v4 --shared -a my-openclaw'],
  ['v4', 'ips allocate-v4 -y -a my-openclaw'],
];

describe('allocating an address', () => {
  it.each(lines)('of the kind %s runs flyctl %s', (kind, line) => {
    const verb = allocateAddress('my-openclaw', kind);
    expect(verb.args.join(' ')).toBe(line);
    expect(verb).toMatchObject({ kind: 'write', app: 'my-openclaw' });
    expect(verb.parse(output('VERSION\tIP\n'))).toBeUndefined();
  });
});
