import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { presentRow, presentState } from '../../../../src/features/logs/present.ts';
import { logEntry } from '../../fly/logs/fixtures.ts';

describe('presentRow', () => {
  it('turns a line into what the view shows', () => {
    expect(presentRow({ kind: 'line', id: 7, ...logEntry() })).toEqual({
      kind: 'line',
      id: 7,
      time: Date.parse('2026-11-21T19:51:45.980Z'),
      machine: '91857550b64e83',
      region: 'iad',
      level: 'info',
      provider: 'app',
      text: '[gateway] ready',
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
    expect(presentRow({ kind: 'line', id: 0, ...logEntry({ level }) })).toMatchObject({ level: expected });
  });

  it('leaves one kind of line break, and none at the end', () => {
    const row = presentRow({ kind: 'line', id: 0, ...logEntry({ message: 'a\r\nb\rc\n\r\n' }) });
    expect(row).toMatchObject({ text: 'a\nb\nc' });
  });

  it('keeps a gap', () => {
    const row = presentRow({ kind: 'gap', id: 1, from: '2026-11-21T19:51:45Z', to: '2026-11-21T19:52:45Z' });
    expect(row).toEqual({
      kind: 'gap',
      id: 1,
      from: Date.parse('2026-11-21T19:51:45Z'),
      to: Date.parse('2026-11-21T19:52:45Z'),
    });
  });

  it('survives a timestamp that is none: messages to the view cannot carry NaN', () => {
    expect(presentRow({ kind: 'line', id: 0, ...logEntry({ timestamp: 'now' }) })).toMatchObject({ time: 0 });
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
