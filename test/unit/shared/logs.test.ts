import { describe, expect, it } from 'vitest';
import { type FromLogView, parseFromLogView, parseSubject } from '../../../src/shared/logs.ts';

describe('parseFromLogView', () => {
  it.each<FromLogView>([
    { type: 'ready' },
    { type: 'clear' },
    { type: 'reconnect' },
    { type: 'openInTerminal' },
    { type: 'copy', text: 'a\nb' },
    { type: 'step', step: 'signIn' },
    { type: 'step', step: 'pickFlyctl' },
  ])('reads %o', (message) => {
    expect(parseFromLogView(message)).toEqual(message);
  });

  it.each([
    undefined,
    null,
    'ready',
    {},
    { type: 'run' },
    { type: 'copy' },
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
