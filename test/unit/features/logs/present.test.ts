import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { presentRow, presentState } from '../../../../src/features/logs/present.ts';
import { event, gap, line, secret } from './rows.ts';

describe('presentRow', () => {
  it('turns a line into what the view shows', () => {
    expect(presentRow(line(7, { timestamp: '2026-11-21T19:51:45.9801234Z' }))).toEqual({
      kind: 'line',
      id: 7,
      time: Date.parse('2026-11-21T19:51:45.980Z'),
      machine: '91857550b64e83',
      region: 'iad',
      level: 'info',
      source: 'app',
      text: 'line 7',
    });
  });

  it.each([
    ['error', 'error'],
    ['ERR', 'error'],
    ['fatal', 'error'],
    ['critical', 'error'],
    ['warn', 'warning'],
    ['Warning', 'warning'],
    ['debug', 'debug'],
    ['trace', 'debug'],
    ['info', 'info'],
    ['notice', 'info'],
    ['', 'info'],
  ])('understands the level %o as %s', (level, expected) => {
    expect(presentRow(line(0, { level }))).toMatchObject({ level: expected });
  });

  it('leaves one kind of line break, and none at the end', () => {
    expect(presentRow(line(0, { message: 'a\r\nb\rc\n\r\n' }))).toMatchObject({ text: 'a\nb\nc' });
  });

  it('masks secrets, and says so', () => {
    const row = presentRow(line(0, { message: `token ${secret}` }));
    expect(row).toMatchObject({ text: 'token ***', masked: true });
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it('says what a line means', () => {
    const message = '\x1b[31mGateway failed to start: gateway already running (pid 1)\x1b[0m; lock timeout';
    expect(presentRow(line(0, { message }))).toMatchObject({
      chip: { tone: 'error', title: expect.stringContaining('lock'), action: 'Clear Gateway Lock' },
    });
    expect(presentRow(line(0, { message: '[gateway] ready' }))).toMatchObject({
      chip: { tone: 'good', title: 'The gateway is ready', explanation: 'It serves clients and channels.' },
    });
  });

  it('keeps a gap', () => {
    expect(presentRow(gap(1))).toEqual({ kind: 'gap', id: 1, from: 1_000, to: 2_000 });
  });

  it('tells what happened to a machine', () => {
    const exit = { type: 'exit', status: 'stopped', requestedStop: false, restartCount: 0 };
    const told = [
      event(0),
      event(0, { ...exit, exitCode: 137, oomKilled: true, restartCount: 2 }),
      event(0, { ...exit, exitCode: 0, oomKilled: false }),
      event(0, { ...exit, exitCode: 143, requestedStop: true }),
      event(0, { type: 'lunch', status: 'eaten' }),
    ].map((row) => presentRow(row));
    expect(told.map((row) => row.kind === 'event' && [row.tone, row.text])).toEqual([
      ['quiet', 'The machine started'],
      ['error', 'The machine’s process ended with code 137, out of memory, restarts so far: 2'],
      ['quiet', 'The machine’s process ended with code 0'],
      ['quiet', 'The machine’s process ended because it was asked to'],
      ['quiet', 'Fly tells “lunch” of the machine, which is eaten'],
    ]);
  });
});

describe('presentState', () => {
  it('says in how long, not when: the clocks of host and view may differ', () => {
    expect(presentState({ kind: 'reconnecting', at: 5_000 }, 2_000)).toEqual({
      kind: 'reconnecting',
      inMs: 3_000,
    });
    expect(presentState({ kind: 'reconnecting', at: 5_000 }, 9_000)).toMatchObject({ inMs: 0 });
  });

  it('gives the reason for a reconnection, unless flyctl was only ended from outside', () => {
    const failed = presentState({ kind: 'reconnecting', at: 0, failure: new Failure('offline') }, 0);
    expect(failed).toMatchObject({ reason: expect.stringContaining('Fly.io cannot be reached') });
    const ended = presentState({ kind: 'reconnecting', at: 0, failure: new Failure('cancelled') }, 0);
    expect(ended).not.toHaveProperty('reason');
  });

  it('gives the reason for the end, and what the view can offer about it', () => {
    expect(presentState({ kind: 'ended', failure: new Failure('notLoggedIn') }, 0)).toMatchObject({
      kind: 'ended',
      reason: expect.stringContaining('not signed in'),
      steps: ['signIn'],
    });
    expect(presentState({ kind: 'ended', failure: new Failure('notInstalled') }, 0)).toMatchObject({
      steps: ['pickFlyctl'],
    });
  });
});
