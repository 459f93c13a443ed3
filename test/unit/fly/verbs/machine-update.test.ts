import { describe, expect, it } from 'vitest';
import { type MachineChange, updateMachine } from '../../../../src/fly/verbs/machine-update.ts';

function flags(change: MachineChange): readonly string[] {
  const { args } = updateMachine('my-openclaw', 'd8916e2c431518', change);
  expect(args.slice(0, 4)).toEqual(['machine', 'update', '-a', 'my-openclaw']);
  expect(args.slice(-3)).toEqual(['--skip-health-checks', '-y', 'd8916e2c431518']);
  return args.slice(4, -3);
}

describe('machine update', () => {
  it('is a write of its app that has as long as a restart', () => {
    const verb = updateMachine('my-openclaw', 'd8916e2c431518', {});
    expect(verb).toMatchObject({ kind: 'write', app: 'my-openclaw', machine: 'd8916e2c431518' });
    expect(verb.deadlineMs).toBeGreaterThan(5 * 60_000);
  });

  it('passes the command as one text that flyctl takes apart', () => {
    expect(flags({ command: ['sh', '-c', 'exec sleep 10'] })).toEqual(['--command', "sh -c 'exec sleep 10'"]);
  });

  it('clears the command in a way that older versions understand, too', () => {
    expect(flags({ command: [] })).toEqual(['--command', ' ']);
  });

  it('leaves alone what is not to change', () => {
    expect(flags({})).toEqual([]);
  });

  it('sets variables, memory and metadata, and leaves the machine stopped', () => {
    const change = { env: { A: 'x=y' }, memoryMb: 2048, metadata: { note: 'n', gone: '' }, start: false };
    expect(flags(change)).toEqual([
      ...['-e', 'A=x=y', '--vm-memory', '2048', '-m', 'note=n', '-m', 'gone=', '--skip-start'],
    ]);
  });

  it('sets a size, and the memory after it, which the size would set', () => {
    expect(flags({ size: 'shared-cpu-4x', memoryMb: 2048 })).toEqual([
      ...['--vm-size', 'shared-cpu-4x', '--vm-memory', '2048'],
    ]);
  });
});
