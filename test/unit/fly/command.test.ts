import { describe, expect, it } from 'vitest';
import { typedCommand } from '../../../src/fly/command.ts';

describe('typedCommand', () => {
  it('quotes what a shell would take apart, and nothing else', () => {
    const args = [
      'machine',
      'update',
      'd891',
      '--command',
      "node dist/index.js --name 'it'",
      '--vm-memory=2048',
    ];
    expect(typedCommand(args)).toBe(
      `flyctl machine update d891 --command 'node dist/index.js --name '\\''it'\\''' --vm-memory=2048`,
    );
  });
});
