import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { logPlaces, logPlacesOf } from '../../../src/gateway/log-places.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const placesOf = (file: unknown): readonly string[] => logPlacesOf(JSON.stringify({ logging: { file } }));

/** What a machine runs that keeps its state in that folder. */
const hintsFor = (OPENCLAW_STATE_DIR: string) => ({
  env: { OPENCLAW_STATE_DIR },
  command: [],
  internalPorts: [],
});

describe('logPlacesOf', () => {
  test('is the file that is set, and its older parts', () => {
    expect(placesOf('/data/my logs/gateway.log')).toEqual([
      '/data/my logs/gateway.log',
      ...[1, 2, 3, 4, 5].map((number) => `/data/my logs/gateway.${number}.log`),
    ]);
    expect(placesOf('/data/v1.2/log').slice(0, 2)).toEqual(['/data/v1.2/log', '/data/v1.2/log.1']);
  });

  test('is the folder of files that OpenClaw names by the day', () => {
    for (const day of ['YYYY-MM-DD', '2026-01-31']) {
      expect(placesOf(`/data/logs/openclaw-${day}.log`)).toEqual(['/data/logs']);
    }
  });

  test('reads JSON5', () => {
    expect(logPlacesOf("{ logging: { file: '/data/a.log' } } // mine")[0]).toBe('/data/a.log');
  });

  test.each([undefined, 1, '', 'logs/a.log', '~/a.log', '${LOGS}/a.log', '/data/${NAME}.log', '/data/a\nb'])(
    'knows no place for %j',
    (file) => expect(placesOf(file)).toEqual([]),
  );

  test.each(['', '{', '[]', '{"logging":"/a.log"}'])('knows no place in %j', (config) =>
    expect(logPlacesOf(config)).toEqual([]),
  );
});

describe('logPlaces', () => {
  test('reads the configuration of the gateway', async () => {
    const machine = new MachineFolder();
    machine.write('/data/openclaw.json', '{ logging: { file: "/data/a.log" } }');
    const places = await logPlaces(machine.shell(), hintsFor(machine.path('/data')));
    expect(places[0]).toBe('/data/a.log');
  });

  test('knows none where there is no configuration, or where it cannot be', async () => {
    const machine = new MachineFolder();
    expect(await logPlaces(machine.shell(), hintsFor(machine.path('/data')))).toEqual([]);
    expect(await logPlaces(machine.shell(), hintsFor('not/absolute'))).toEqual([]);
  });

  test('says why the machine cannot be asked', async () => {
    const failure = new Failure('noStartedMachine');
    const run = (): Promise<never> => Promise.reject(failure);
    await expect(logPlaces({ run }, hintsFor('/data'))).rejects.toBe(failure);
  });
});
