import { describe, expect, it } from 'vitest';
import { type FromDoctorView, parseFromDoctorView, parseReportApp } from '../../../src/shared/doctor.ts';

describe('parseFromDoctorView', () => {
  it.each<FromDoctorView>([
    { type: 'ready' },
    { type: 'run' },
    { type: 'cancel' },
    { type: 'copy' },
    { type: 'export' },
    { type: 'fix', takenAtMs: 1_795_291_080_000, finding: 2, fix: 0 },
    { type: 'reveal', takenAtMs: 1_795_291_080_000, finding: 2 },
    { type: 'step', step: 1 },
  ])('reads %o', (message) => {
    expect(parseFromDoctorView(message)).toEqual(message);
  });

  it.each([undefined, null, 'ready', {}, { type: 'clear' }])('takes %o for no message', (value) => {
    expect(parseFromDoctorView(value)).toBeUndefined();
  });

  it('takes what is no position for one that nothing is at', () => {
    expect(parseFromDoctorView({ type: 'step', step: 'first' })).toEqual({ type: 'step', step: -1 });
    expect(parseFromDoctorView({ type: 'step', step: 0.5 })).toEqual({ type: 'step', step: -1 });
    expect(parseFromDoctorView({ type: 'reveal' })).toEqual({ type: 'reveal', takenAtMs: -1, finding: -1 });
  });
});

describe('parseReportApp', () => {
  it('reads the app out of a kept state', () => {
    expect(parseReportApp({ app: 'my-openclaw', filter: '' })).toBe('my-openclaw');
  });

  it.each([undefined, null, {}, { app: '' }, { app: 3 }])('finds none in %o', (state) => {
    expect(parseReportApp(state)).toBeUndefined();
  });
});
