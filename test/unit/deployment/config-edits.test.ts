import { describe, expect, it } from 'vitest';
import { migrated, withValue } from '../../../src/deployment/config-edits.ts';

const mode = ['gateway', 'mode'];

describe('withValue', () => {
  it('sets a value and keeps comments', () => {
    const text = '{\n  // mine\n  "gateway": { "port": 3000 }\n}';
    expect(withValue(text, mode, 'local')).toContain('// mine');
    expect(withValue('{}', mode, 'local')).toContain('"mode": "local"');
  });

  it('leaves alone what is set already, and what is written as JSON5', () => {
    expect(withValue('{ "gateway": { "mode": "local" } }', mode, 'local')).toBeUndefined();
    expect(withValue('{ gateway: { port: 3000 } }', mode, 'local')).toBeUndefined();
  });
});

describe('migrated', () => {
  it('replaces what is old and leaves nothing empty behind', () => {
    const after = migrated('{\n  // mine\n  "routing": { "allowFrom": ["+15550001111"] }\n}') ?? '';
    expect(after).toContain('// mine');
    expect(after).not.toContain('routing');
  });

  it('has nothing to do where nothing is old', () => {
    expect(migrated('{ "gateway": { "mode": "local" } }')).toBeUndefined();
  });
});
