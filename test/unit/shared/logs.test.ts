import { describe, expect, it } from 'vitest';
import { everything, type FromLogView } from '../../../src/shared/logs.ts';
import { parseFromLogView, parseSubject } from '../../../src/shared/parse-logs.ts';

const query = {
  ...everything,
  text: 'lock',
  isRegex: true,
  hidden: { levels: ['debug' as const], machines: ['91857550b64e83'], regions: [], sources: ['proxy'] },
};

describe('parseFromLogView', () => {
  it.each<FromLogView>([
    { type: 'ready', revision: 0, query: everything },
    { type: 'query', revision: 3, query },
    { type: 'watch', revision: 3, from: 10, to: 60, following: true },
    { type: 'find', revision: 3, from: -1, direction: 'next' },
    { type: 'locate', revision: 3, id: 7 },
    { type: 'copy', selection: { from: 0, to: 3 }, as: 'text' },
    { type: 'copy', selection: 'shown', as: 'json' },
    { type: 'save', selection: 'all' },
    { type: 'openInEditor', selection: 'shown' },
    { type: 'reveal', id: 7 },
    { type: 'act', id: 7.5 },
    { type: 'origin', origin: 'gateway' },
    { type: 'clear' },
    { type: 'reconnect' },
    { type: 'openInTerminal' },
    { type: 'step', step: 'signIn' },
    { type: 'step', step: 'pickFlyctl' },
  ])('reads %o', (message) => {
    expect(parseFromLogView(message)).toEqual(message);
  });

  it('lets everything through where a query says nothing that can be understood', () => {
    const message = {
      type: 'query',
      revision: 1,
      query: { text: 5, hidden: { levels: ['loud', 'info', 1] } },
    };
    expect(parseFromLogView(message)).toEqual({
      ...message,
      query: { ...everything, hidden: { ...everything.hidden, levels: ['info'] } },
    });
  });

  it.each([
    undefined,
    null,
    'ready',
    {},
    { type: 'run' },
    { type: 'ready' },
    { type: 'query', revision: '1', query },
    { type: 'watch', revision: 1, from: 5, to: 4 },
    { type: 'find', revision: 1, from: 0, direction: 'up' },
    { type: 'copy', selection: 'all', as: 'html' },
    { type: 'copy', selection: { from: 3, to: 1 }, as: 'text' },
    { type: 'save', selection: 'some' },
    { type: 'reveal', id: '7' },
    { type: 'origin', origin: 'moon' },
    { type: 'step', step: 'deploy' },
  ])('takes %o for no message', (value) => {
    expect(parseFromLogView(value)).toBeUndefined();
  });
});

describe('parseSubject', () => {
  it('reads an app or a machine out of a kept state', () => {
    const app = { app: 'my-openclaw', title: 'my-openclaw' };
    expect(parseSubject({ subject: app, filter: 'x' })).toEqual(app);
    const machine = { ...app, machine: '91857550b64e83', title: 'wild-lobster-12' };
    expect(parseSubject({ subject: machine })).toEqual(machine);
  });

  it.each([undefined, {}, { subject: null }, { subject: { app: '', title: '' } }, { subject: { app: 'a' } }])(
    'finds none in %o',
    (state) => {
      expect(parseSubject(state)).toBeUndefined();
    },
  );
});
