import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeNote, doneMark, noteKey } from '../../../src/deployment/rescue/note.ts';
import { isAsleep } from '../../../src/deployment/rescue/sleep.ts';
import type { Rescue } from '../../../src/deployment/rescue/rescue.ts';
import { putBack, putConfig } from '../../../src/deployment/rescue/put-config.ts';
import { readConfig } from '../../../src/gateway/config.ts';
import { locate } from '../../../src/gateway/location.ts';
import { deploy, type Deployment } from '../gateway/deployment.ts';
import { Computer } from './rescue-support.ts';

/** Words that a careless way to the machine and back would change. */
const command = ['sh', '-c', 'echo "it\'s up";\nsleep 1000', '', 'gateway # --port 3000', "'"];

let deployment: Deployment;
let computer: Computer;

beforeEach(async () => {
  deployment = await deploy({
    command,
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'openclaw_data', path: '/data' },
  });
  computer = new Computer(deployment);
});

afterEach(async () => {
  computer[Symbol.dispose]();
  await deployment[Symbol.asyncDispose]();
});

async function commandOf(rescue: Rescue): Promise<readonly string[]> {
  return (await rescue.read()).init.cmd;
}

describe('a rescue', () => {
  test('puts the machine to sleep with a note, and gives it every word of its command back', async () => {
    const rescue = computer.rescue();
    const steps: string[] = [];
    const note = await rescue.putToSleep('0.1.0', { onStep: (step) => steps.push(step) });
    const asleep = await rescue.read();
    expect(isAsleep(asleep)).toBe(true);
    expect(asleep.state).toBe('started');
    expect(decodeNote(asleep.metadata[noteKey])).toEqual(note);
    expect(note).toMatchObject({ command, by: '0.1.0' });
    expect(await rescue.shell.run('echo reached', { effect: 'read', deadlineMs: 10_000 })).toMatchObject({
      stdout: 'reached\n',
    });

    await rescue.wake(note, { onStep: (step) => steps.push(step) });
    const awake = await rescue.read();
    expect(awake.init.cmd).toEqual(command);
    expect(awake.metadata[noteKey]).toBe(doneMark);
    expect(await rescue.standing()).toEqual({ kind: 'awake' });
    expect(await computer.notes.list()).toEqual([]);
    expect(steps).toEqual(['sleep', 'reach', 'wake']);
  });

  test('is continued by a window that begins after the first one was closed', async () => {
    await computer.rescue().putToSleep('0.1.0');
    const [local] = await computer.notes.list();
    expect(local).toMatchObject({ app: deployment.app, machine: deployment.machine.id, note: { command } });
    const standing = await computer.rescue().standing();
    expect(standing).toMatchObject({ kind: 'asleep', note: { command } });
    if (standing.kind === 'asleep') await computer.rescue().wake(standing.note);
    expect(await commandOf(computer.rescue())).toEqual(command);
  });

  test('is ended from another computer by the note on the machine', async () => {
    await computer.rescue().putToSleep('0.1.0');
    using other = new Computer(deployment);
    const standing = await other.rescue().standing();
    expect(standing).toMatchObject({ kind: 'asleep', note: { command } });
    if (standing.kind === 'asleep') await other.rescue().wake(standing.note);
    expect(await commandOf(other.rescue())).toEqual(command);
    expect(await computer.rescue().standing()).toEqual({ kind: 'awake' });
  });

  test('puts the configuration back that was there before, by the note and the history of its computer', async () => {
    const path = join(deployment.volume, 'openclaw.json');
    writeFileSync(path, '{ "of": "before" }');
    const { uid, gid } = statSync(path);
    const rescue = computer.rescue();
    const begun = await rescue.putToSleep('0.1.0');
    const hints = await rescue.hints(begun);
    const location = await locate(rescue.shell, hints);
    const config = await readConfig(rescue.shell, location);
    const note = { ...begun, configSha256: config.exists ? config.sha256 : null };
    await rescue.remember(note);
    const file = { app: deployment.app, machine: deployment.machine.id, path: location.configPath };
    const options = { history: computer.history, origin: 'pushed', force: true } as const;
    const place = { hints, location, config };
    await putConfig(rescue.shell, file, place, Buffer.from('{ "of": "the rescue" }'), options);
    expect(readFileSync(path, 'utf8')).toBe('{ "of": "the rescue" }');

    const later = computer.rescue();
    const standing = await later.standing();
    expect(standing).toEqual({ kind: 'asleep', note });
    const subject = { note, look: { hints, location }, history: computer.history };
    expect(await putBack(later.shell, file, subject)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('{ "of": "before" }');
    expect(statSync(path)).toMatchObject({ uid, gid });
  });

  test('that is cancelled while the machine goes to sleep can be undone', async () => {
    const controller = new AbortController();
    const begun = computer.rescue().putToSleep('0.1.0', {
      signal: controller.signal,
      onStep: (step) => {
        if (step === 'reach') controller.abort();
      },
    });
    await expect(begun).rejects.toMatchObject({ kind: 'cancelled' });
    const standing = await computer.rescue().standing();
    expect(standing).toMatchObject({ kind: 'asleep', note: { command } });
    if (standing.kind === 'asleep') await computer.rescue().wake(standing.note);
    expect(await commandOf(computer.rescue())).toEqual(command);
  });

  test('changes nothing when Fly does not take the change', async () => {
    await deployment.flysim.setFault('lease-held', { verb: 'machine update', ms: 10 });
    await expect(computer.rescue().putToSleep('0.1.0')).rejects.toMatchObject({ kind: 'leaseHeld' });
    expect(await computer.rescue().standing()).toEqual({ kind: 'awake' });
    expect(await computer.notes.list()).toEqual([]);
    expect(await commandOf(computer.rescue())).toEqual(command);
  });
});
