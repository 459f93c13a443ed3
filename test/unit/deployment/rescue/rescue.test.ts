import { expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { decodeNote, doneMark, noteKey } from '../../../../src/deployment/rescue/note.ts';
import { isAsleep, sleepCommand } from '../../../../src/deployment/rescue/sleep.ts';
import { FakeFly, machineWith } from './fake-fly.ts';

const command = ['node', 'dist/index.js', 'gateway'];

it('changes the command and notes it in one call', async () => {
  const fly = new FakeFly();
  const note = await fly.rescue().putToSleep('1.2.3');
  expect(fly.calls).toEqual(['machine update', 'script']);
  expect(isAsleep(fly.machine)).toBe(true);
  expect(decodeNote(fly.machine.metadata[noteKey])).toEqual(note);
  expect(note).toMatchObject({ command, by: '1.2.3' });
});

it('notes the command on this computer before anything is changed', async () => {
  const fly = new FakeFly();
  let noted: Promise<unknown> = Promise.resolve();
  fly.onUpdate = (update) => {
    noted = fly.notes.get(fly.machine);
    update();
  };
  await fly.rescue().putToSleep('1.2.3');
  expect(await noted).toMatchObject({ app: 'claw', machine: 'm1', note: { command }, pid: process.pid });
});

it('gives the command back and marks the note as done in one call', async () => {
  const fly = new FakeFly();
  const note = await fly.rescue().putToSleep('1.2.3');
  fly.calls.length = 0;
  await fly.rescue().wake(note);
  expect(fly.calls).toEqual(['machine update']);
  expect(fly.machine.init.cmd).toEqual(command);
  expect(fly.machine.metadata[noteKey]).toBe(doneMark);
  expect(await fly.notes.list()).toEqual([]);
});

it('lets the image decide again where it did before', async () => {
  const fly = new FakeFly();
  fly.machine = machineWith({ init: {} });
  const note = await fly.rescue().putToSleep('1.2.3');
  await fly.rescue().wake(note);
  expect(fly.machine.init.cmd).toEqual([]);
});

it('goes on when the machine took the change although flyctl failed', async () => {
  const fly = new FakeFly();
  fly.onUpdate = (update) => {
    update();
    throw new Failure('failed', { detail: "timeout reached waiting for machine's state to change" });
  };
  const note = await fly.rescue().putToSleep('1.2.3');
  await fly.rescue().wake(note);
  expect(fly.machine.init.cmd).toEqual(command);
});

it('forgets the note of a change that Fly refused, and keeps that of one that may still come', async () => {
  const fly = new FakeFly();
  const failing = (kind: 'forbidden' | 'timeout') => () => {
    throw new Failure(kind);
  };
  fly.onUpdate = failing('forbidden');
  await expect(fly.rescue().putToSleep('1.2.3')).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await fly.notes.list()).toEqual([]);
  fly.onUpdate = failing('timeout');
  await expect(fly.rescue().putToSleep('1.2.3')).rejects.toMatchObject({ kind: 'timeout' });
  expect(await fly.notes.list()).toHaveLength(1);
  expect(await fly.rescue().standing()).toEqual({ kind: 'awake' });
  expect(await fly.notes.list()).toHaveLength(1);
});

it('does not end before the machine has every word of its command', async () => {
  const fly = new FakeFly();
  const note = await fly.rescue().putToSleep('1.2.3');
  fly.onUpdate = (update) => {
    update();
    fly.machine = machineWith({ init: { cmd: [...command, 'more'] }, metadata: fly.machine.metadata });
  };
  await expect(fly.rescue().wake(note)).rejects.toMatchObject({
    detail: expect.stringContaining('node dist/index.js gateway'),
  });
  expect(await fly.notes.list()).toHaveLength(1);
});

it('starts a sleeping machine that was stopped, and waits until scripts run on it', async () => {
  const fly = new FakeFly();
  fly.onUpdate = (update) => {
    update();
    fly.machine = { ...fly.machine, state: 'stopped' };
  };
  fly.onScript = () => {
    if (fly.calls.filter((call) => call === 'script').length < 3) throw new Failure('noStartedMachine');
  };
  await fly.rescue().putToSleep('1.2.3');
  expect(fly.calls).toEqual(['machine update', 'script', 'machine start', 'script', 'script']);
});

it('does not note the sleep itself when it is continued', async () => {
  const fly = new FakeFly();
  const note = await fly.rescue().putToSleep('1.2.3');
  expect(await fly.rescue().putToSleep('2.0.0')).toEqual(note);
  expect(fly.calls).toEqual(['machine update', 'script', 'script']);
});

it('says what helps when the machine sleeps and nobody knows its command', async () => {
  const fly = new FakeFly();
  fly.machine = machineWith({ init: { cmd: [...sleepCommand] } });
  expect(await fly.rescue().standing()).toEqual({ kind: 'lost' });
  await expect(fly.rescue().putToSleep('1.2.3')).rejects.toMatchObject({
    detail: expect.stringContaining('Deploy the app again'),
  });
  expect(fly.calls).toEqual([]);
});

it('refuses a machine whose command it could not replace, and changes nothing', async () => {
  const fly = new FakeFly();
  fly.machine = machineWith({ init: { exec: ['/bin/gateway'] } });
  await expect(fly.rescue().putToSleep('1.2.3')).rejects.toMatchObject({
    detail: expect.stringContaining('init.exec'),
  });
  expect(fly.calls).toEqual([]);
  expect(await fly.notes.list()).toEqual([]);
});
