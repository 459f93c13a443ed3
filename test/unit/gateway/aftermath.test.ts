import { describe, expect, test } from 'vitest';
import { type Evidence, type Expectation, judge } from '../../../src/gateway/aftermath.ts';
import type { ConfigStat } from '../../../src/gateway/config.ts';
import { parseLog } from '../../../src/gateway/gateway-log.ts';
import type { Health } from '../../../src/gateway/health.ts';
import { parseRecords } from '../../../src/gateway/records.ts';
import { said } from './log-lines.ts';

const pushedAt = 1_795_307_554_000;
const ready: Health = { state: 'ready', detail: 'It answers.', failing: [], uptimeMs: 900_000 };
const push: Expectation = {
  pushedSha256: 'new',
  beforeSha256: 'old',
  pushedAt,
  changes: true,
  effect: 'reload',
};

function file(sha256: string): ConfigStat {
  const path = '/data/openclaw.json';
  return { exists: true, path, sha256, size: 1, mtimeMs: pushedAt, mode: 0o600, uid: 1000, gid: 1000 };
}

type Word = keyof typeof said;

function after(
  words: readonly Word[],
  found: Partial<Evidence> = {},
  expected: Partial<Expectation> = {},
): object {
  const lines = words.map(
    (word, index) => `log\t${pushedAt + index}\t${Buffer.from(said[word]).toString('base64')}`,
  );
  const log = parseLog(parseRecords(lines.join('\n')));
  const evidence = {
    config: file('new'),
    health: ready,
    log,
    hasLog: true,
    nowMs: pushedAt + 30_000,
    ...found,
  };
  return judge(evidence, { ...push, ...expected });
}

const waiting = { outcome: 'waitingForRestart', underWay: false };
const restarts = { outcome: 'waitingForRestart', underWay: true };
const starting: Partial<Evidence> = { health: { state: 'starting', detail: 'It starts.', failing: [] } };
const accepted: Partial<Evidence> = { lastGood: 'new' };

describe('what the gateway says decides', () => {
  test.each<[string, Word[], object]>([
    ['a reload', ['detected', 'applied'], { outcome: 'applied' }],
    ['an invalid file', ['anomaly', 'invalid'], { outcome: 'rejected', words: said.invalid }],
    ['a conflict', ['detected', 'conflict'], { outcome: 'rejected', words: said.conflict }],
    ['a mended file', ['invalid', 'detected', 'applied'], { outcome: 'applied' }],
    ['a restart that has begun', ['detected', 'restarting'], restarts],
    [
      'a restart that is done',
      ['detected', 'restarting', 'inProcess', 'broker', 'ready'],
      { outcome: 'applied' },
    ],
    ['a restart by somebody', ['loading', 'broker', 'ready'], { outcome: 'applied' }],
    ['a reload that is off', ['detected', 'off'], waiting],
    ['a mode that never restarts', ['detected', 'ignoring'], waiting],
    ['a start that failed', ['loading', 'startFailed'], { outcome: 'gatewayDown', words: said.startFailed }],
    ['a crash loop', ['startFailed', 'loading'], { outcome: 'gatewayDown', words: said.startFailed }],
    ['a start after a failed one', ['startFailed', 'loading', 'ready'], { outcome: 'applied' }],
  ])('%s: %j', (_name, words, expected) => {
    expect(after(words, accepted)).toEqual(expected);
  });

  test('and what it has nothing to do for is applied when it has seen it', () => {
    expect(after(['detected'], {}, { effect: 'none' })).toEqual({ outcome: 'applied' });
  });

  test('and the copy of what it did not like is named', () => {
    const copy = '/data/openclaw.json.rejected.2026-11-22T00-33-09Z';
    expect(after(['invalid'], { copy })).toEqual({ outcome: 'rejected', words: said.invalid, copy });
  });
});

describe('when the gateway says nothing', () => {
  test.each<[string, Partial<Evidence>, Partial<Expectation>, object]>([
    ['a comment needs nothing', accepted, { changes: false, effect: 'none' }, { outcome: 'nothingToDo' }],
    ['an accepted change is applied', accepted, {}, { outcome: 'applied' }],
    [
      'a change that it accepted before needs no restart',
      accepted,
      { effect: 'restart' },
      { outcome: 'applied' },
    ],
    ['without a log a restart is waited for', { ...accepted, hasLog: false }, { effect: 'restart' }, waiting],
    [
      'but not when it was restarted',
      { ...accepted, hasLog: false, health: { ...ready, uptimeMs: 9_000 } },
      { effect: 'restart' },
      { outcome: 'applied' },
    ],
    ['a change that needs a restart waits for it', {}, { effect: 'restart' }, waiting],
    ['another one is unconfirmed', { lastGood: 'old' }, {}, { outcome: 'unconfirmed' }],
    ['while it starts, it restarts', starting, {}, restarts],
    [
      'because it is gone, that is told',
      { health: { state: 'down', detail: 'No gateway runs.', failing: [] } },
      {},
      { outcome: 'gatewayDown', words: 'No gateway runs.' },
    ],
  ])('%s', (_name, found, expected, outcome) => {
    expect(after([], found, expected)).toEqual(outcome);
  });
});

describe('when the file is another one', () => {
  test('the old one is there again', () => {
    const copy = '/data/openclaw.json.clobbered.2026';
    expect(after(['restored'], { config: file('old'), copy })).toEqual({
      outcome: 'reverted',
      file: file('old'),
      words: said.restored,
      copy,
    });
    const missing: ConfigStat = { exists: false, path: '/data/openclaw.json' };
    expect(after([], { config: missing })).toEqual({ outcome: 'reverted', file: missing });
  });

  test('it has to be fetched, whatever the gateway says', () => {
    expect(after(['detected', 'applied'], { config: file('third') })).toEqual({ outcome: 'replaced' });
  });

  test('but not when the old and the new one are the same', () => {
    const same = { pushedSha256: 'old', changes: false, effect: 'none' } as const;
    expect(after([], { config: file('old') }, same)).toEqual({ outcome: 'nothingToDo' });
  });
});
