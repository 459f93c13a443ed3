import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Emitter } from '../../../../src/core/emitter.ts';
import { MachineWatch } from '../../../../src/features/logs/machine-watch.ts';
import type { StoreChange } from '../../../../src/fly/store.ts';
import { FakeLog, line } from './rows.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watchOf() {
  const log = new FakeLog();
  const changed = new Emitter<StoreChange>();
  const observe = vi.fn();
  const load = vi.fn(async () => undefined);
  const none = { addresses: {}, certificates: {}, volumes: {}, secrets: {}, releases: {} };
  const store = { app: () => ({ ...none, machines: { data: [] } }), load, onDidChange: changed.event };
  const watch = new MachineWatch({
    app: 'claw',
    store,
    session: { observe, onDidAppend: log.onDidAppend },
  });
  return { log, changed, observe, load, watch };
}

describe('MachineWatch', () => {
  it('passes on what is known, and reads it anew', () => {
    const { observe, load } = watchOf();
    expect(observe.mock.calls).toEqual([[[]]]);
    expect(load.mock.calls).toEqual([['claw', 'machines']]);
  });

  it('passes on each change of the machines of its app', () => {
    const { changed, observe } = watchOf();
    changed.fire('apps');
    changed.fire({ app: 'other', part: 'machines' });
    changed.fire({ app: 'claw', part: 'volumes' });
    expect(observe).toHaveBeenCalledTimes(1);
    changed.fire({ app: 'claw', part: 'machines' });
    expect(observe).toHaveBeenCalledTimes(2);
  });

  it('reads the machines once for all that Fly says of them in a row, and not for what the gateway says', () => {
    const { log, load } = watchOf();
    log.append(line(0));
    vi.runAllTimers();
    expect(load).toHaveBeenCalledTimes(1);
    log.append(line(0, { provider: 'runner' }), line(0));
    log.append(line(0, { provider: 'runner' }));
    vi.runAllTimers();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('reads nothing once it is disposed', () => {
    const { log, load, watch } = watchOf();
    log.append(line(0, { provider: 'runner' }));
    watch.dispose();
    vi.runAllTimers();
    expect(load).toHaveBeenCalledTimes(1);
  });
});
