import { appendFileSync, renameSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { type LogFilePosition, readLogFile } from '../../../src/gateway/log-file.ts';
import { logLine } from './log-lines.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const today = '/tmp/openclaw/openclaw-2026-11-22.log';

function lines(...numbers: readonly number[]): string {
  return numbers.map((number) => logLine('gateway', `line ${number}`, 1_790_000_000_000 + number)).join('');
}

/** A machine whose log is read again and again, also at those places; each read tells what came. */
function follow(...places: readonly string[]) {
  const machine = new MachineFolder();
  let position: LogFilePosition | undefined;
  const read = async () => {
    const part = await readLogFile(machine.shell(), position, {
      places: places.map((place) => machine.path(place)),
      folders: [machine.path('/tmp')],
    });
    position = part.position;
    return { ...part, messages: part.entries.map(({ message }) => message) };
  };
  return { machine, read };
}

/** Its files get times in their order, as if they had been written one after the other. */
function age(path: string, seconds: number): void {
  utimesSync(path, 1_790_000_000 + seconds, 1_790_000_000 + seconds);
}

describe('reading the log file of OpenClaw', () => {
  test('is quiet about a machine that has none', async () => {
    const { read } = follow();
    expect(await read()).toMatchObject({ messages: [], isGap: false, hasMore: false, position: undefined });
  });

  test('reads what is there, then only what came since', async () => {
    const { machine, read } = follow();
    const file = machine.write(today, lines(1, 2));
    expect(await read()).toMatchObject({ messages: ['line 1', 'line 2'], isGap: false, hasMore: false });
    expect((await read()).messages).toEqual([]);
    appendFileSync(file, lines(3));
    expect(await read()).toMatchObject({ messages: ['line 3'], isGap: false });
  });

  test('waits for the rest of a line that is not whole yet', async () => {
    const { machine, read } = follow();
    const [start, end] = [lines(2).slice(0, 30), lines(2).slice(30)];
    const file = machine.write(today, lines(1) + start);
    expect((await read()).messages).toEqual(['line 1']);
    expect(await read()).toMatchObject({ messages: [], hasMore: false });
    appendFileSync(file, end);
    expect((await read()).messages).toEqual(['line 2']);
  });

  test('finishes a file that was renamed before it goes on with the new one', async () => {
    const { machine, read } = follow();
    const file = machine.write(today, lines(1));
    await read();
    appendFileSync(file, lines(2));
    renameSync(file, machine.path('/tmp/openclaw/openclaw-2026-11-22.1.log'));
    age(machine.path('/tmp/openclaw/openclaw-2026-11-22.1.log'), 0);
    age(machine.write(today, lines(3)), 0);
    expect(await read()).toMatchObject({ messages: ['line 2'], isGap: false });
    expect(await read()).toMatchObject({ messages: ['line 3'], isGap: false });
    expect((await read()).messages).toEqual([]);
  });

  test('goes on with the file of the next day, in whichever folder it is', async () => {
    const { machine, read } = follow();
    age(machine.write('/tmp/openclaw/openclaw-2026-11-21.log', lines(1)), 0);
    await read();
    age(machine.write('/tmp/openclaw-1000/openclaw-2026-11-22.log', lines(2)), 60);
    expect(await read()).toMatchObject({ messages: ['line 2'], isGap: false });
  });

  test('knows the folder for temporary files of the gateway that runs', async () => {
    const { machine, read } = follow();
    const TMPDIR = machine.addFolder("/data/it's tmp");
    machine.addProcess({ pid: 7, command: ['openclaw-gateway'], env: { TMPDIR } });
    machine.write("/data/it's tmp/openclaw-1000/openclaw-2026-11-22.log", lines(1));
    expect((await read()).messages).toEqual(['line 1']);
  });

  test('follows a file of any name, from one part of it to the next', async () => {
    const { machine, read } = follow('/data/my log.txt', '/data/my log.1.txt');
    age(machine.write(today, lines(1)), 0);
    age(machine.write('/data/my log.9.txt', lines(2)), 90);
    const file = machine.write('/data/my log.txt', lines(3));
    age(file, 60);
    expect((await read()).messages).toEqual(['line 3']);
    appendFileSync(file, lines(4));
    renameSync(file, machine.path('/data/my log.1.txt'));
    age(machine.path('/data/my log.1.txt'), 70);
    age(machine.write('/data/my log.txt', lines(5)), 80);
    expect((await read()).messages).toEqual(['line 4']);
    expect(await read()).toMatchObject({ messages: ['line 5'], isGap: false });
    expect((await read()).messages).toEqual([]);
  });

  test('follows the files of the days in another folder', async () => {
    const { machine, read } = follow('/data/logs');
    age(machine.write('/data/logs/openclaw-2026-11-21.log', lines(1)), 0);
    age(machine.write('/data/logs/openclaw-other.log', lines(2)), 60);
    expect((await read()).messages).toEqual(['line 1']);
    age(machine.write('/data/logs/openclaw-2026-11-22.log', lines(3)), 60);
    expect(await read()).toMatchObject({ messages: ['line 3'], isGap: false });
  });

  test('tells of a gap when the file is gone or was cut: a restarted machine has a new one', async () => {
    const { machine, read } = follow();
    const file = machine.write(today, lines(1, 2));
    await read();
    truncateSync(file);
    appendFileSync(file, lines(3));
    expect(await read()).toMatchObject({ messages: ['line 3'], isGap: true });
    machine.write('/tmp/openclaw/openclaw-2026-11-23.log', lines(4));
    rmSync(file);
    expect(await read()).toMatchObject({ messages: ['line 4'], isGap: true });
  });

  test('begins near the end of a long file, with a whole line', async () => {
    const { machine, read } = follow();
    machine.write(today, lines(...Array.from({ length: 5_000 }, (_, number) => number)));
    const { messages, hasMore, isGap } = await read();
    expect(messages.at(-1)).toBe('line 4999');
    expect(messages.length).toBeGreaterThan(500);
    expect(messages.length).toBeLessThan(2_000);
    expect(messages[0]).toMatch(/^line \d+$/);
    expect({ hasMore, isGap }).toEqual({ hasMore: false, isGap: false });
  });

  test('brings much in parts, and passes over what is too much', async () => {
    const { machine, read } = follow();
    const file = machine.write(today, lines(0));
    await read();
    const many = Array.from({ length: 4_000 }, (_, number) => number + 1);
    appendFileSync(file, lines(...many));
    const seen: string[] = [];
    for (let more = true; more;) {
      const part = await read();
      seen.push(...part.messages);
      more = part.hasMore;
    }
    expect(seen).toEqual(many.map((number) => `line ${number}`));
    appendFileSync(file, `${'x'.repeat(5 << 20)}\n${lines(9)}`);
    expect(await read()).toMatchObject({ messages: ['line 9'], isGap: true });
  });
});
