import fc from 'fast-check';
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAttended, LocalNotes } from '../../../../src/deployment/rescue/local-notes.ts';
import { decodeNote, doneMark, encodeNote, noteKey } from '../../../../src/deployment/rescue/note.ts';
import { isAsleep, sleepCommand } from '../../../../src/deployment/rescue/sleep.ts';
import { standingOf } from '../../../../src/deployment/rescue/standing.ts';
import { machineWith, temporaryNotes } from './fake-fly.ts';

const note = {
  command: ['node', 'dist/index.js', 'gateway'],
  startedAt: '2026-11-22T04:00:00.000Z',
  by: '0.1.0',
};
const asleep = { init: { cmd: [...sleepCommand] } };

describe('a note', () => {
  it('comes back from metadata whatever the command, in letters that nothing on the way changes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (command) => {
        const text = encodeNote({ ...note, command });
        expect(text).toMatch(/^[\w-]+$/);
        expect(decodeNote(text)).toEqual({ ...note, command });
      }),
    );
  });

  it.each([undefined, '', doneMark, 'x', Buffer.from('{"command":"node"}').toString('base64url')])(
    'is none: %j',
    (value) => expect(decodeNote(value)).toBeUndefined(),
  );
});

describe('a machine', () => {
  it('is awake with any command but the sleep, whatever notes are left', () => {
    const machine = machineWith({ metadata: { [noteKey]: encodeNote(note) } });
    expect(standingOf(machine, note)).toEqual({ kind: 'awake' });
    expect(isAsleep({ command: ['sh', '-c', 'exec sleep infinity'] })).toBe(false);
  });

  it('is asleep by its own note, to which the local one of the same rescue adds what was found out', () => {
    const machine = machineWith({ ...asleep, metadata: { [noteKey]: encodeNote(note) } });
    expect(standingOf(machine, undefined)).toEqual({ kind: 'asleep', note });
    const local = { ...note, configSha256: 'abc' };
    expect(standingOf(machine, local)).toEqual({ kind: 'asleep', note: local });
    expect(standingOf(machine, { ...local, startedAt: 'earlier', command: [] })).toEqual({
      kind: 'asleep',
      note,
    });
  });

  it('is asleep by the local note when its own is lost', () => {
    expect(standingOf(machineWith(asleep), note)).toEqual({ kind: 'asleep', note });
    expect(standingOf(machineWith(asleep), undefined)).toEqual({ kind: 'lost' });
  });
});

describe('notes on this computer', () => {
  it('are kept for nobody else to read, one for each machine', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'notes-')), 'rescue');
    const notes = new LocalNotes(folder);
    await notes.write({ app: 'claw', id: 'm1' }, note);
    await notes.write({ app: 'claw', id: 'm1' }, { ...note, configSha256: null });
    await notes.write({ app: 'claw', id: 'm2' }, note);
    expect(await notes.get({ app: 'claw', id: 'm1' })).toMatchObject({ note: { configSha256: null } });
    expect(await notes.list()).toHaveLength(2);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await notes.remove({ app: 'claw', id: 'm1' });
    expect((await notes.list()).map(({ machine }) => machine)).toEqual(['m2']);
  });

  it('that are none are passed over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'notes-'));
    mkdirSync(join(folder, 'folder.json'));
    writeFileSync(join(folder, 'broken.json'), '{"app":"claw"');
    writeFileSync(join(folder, 'other.json'), '{"app":"claw","machine":"m1","pid":1,"note":{}}');
    expect(await new LocalNotes(folder).list()).toEqual([]);
    expect(await temporaryNotes().list()).toEqual([]);
  });

  it('tell whether another window is at the rescue', () => {
    const local = { app: 'claw', machine: 'm1', note };
    expect(isAttended({ ...local, pid: process.pid })).toBe(false);
    expect(isAttended({ ...local, pid: process.ppid })).toBe(true);
    expect(isAttended({ ...local, pid: 2 ** 22 + 1 })).toBe(false);
  });
});
