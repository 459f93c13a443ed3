import { describe, expect, it } from 'vitest';
import { renderEntry } from '../../flysim/cli/log-text.ts';
import { goJson, goJsonLine, omitEmpty, table } from '../../flysim/cli/render.ts';
import { addressObject } from '../../flysim/cli/shapes.ts';

describe('JSON as Go writes it', () => {
  it('is indented by four spaces and ends with a line feed', () => {
    expect(goJson({ a: [1, {}], b: [], c: null })).toBe(
      '{\n    "a": [\n        1,\n        {}\n    ],\n    "b": [],\n    "c": null\n}\n',
    );
  });

  it('escapes what HTML would read', () => {
    const value = { text: '<a href="x">&\u2028' };
    expect(goJsonLine(value)).toBe('{"text":"\\u003ca href=\\"x\\"\\u003e\\u0026\\u2028"}\n');
    expect(JSON.parse(goJson(value))).toEqual(value);
  });

  it('leaves empty values out where Go does, except those that are always there', () => {
    const value = { id: 'x', name: '', events: [], exit_code: 0, cordoned: false, image_ref: {} };
    expect(omitEmpty(value, ['cordoned'])).toEqual({ id: 'x', cordoned: false, image_ref: {} });
  });
});

describe('addresses', () => {
  const address = {
    id: 'ip_1',
    address: '66.241.124.1',
    region: 'global',
    createdAt: '2026-01-01T00:00:00Z',
  };

  it('of a shared IPv4 have no id and no time', () => {
    expect(addressObject({ ...address, type: 'shared_v4' })).toEqual({
      ID: '',
      Address: '66.241.124.1',
      Type: 'shared_v4',
      Region: '',
      CreatedAt: '0001-01-01T00:00:00Z',
      ServiceName: '',
      Network: null,
    });
  });

  it('of their own have both', () => {
    expect(addressObject({ ...address, type: 'v4' })).toMatchObject({
      ID: 'ip_1',
      CreatedAt: '2026-01-01T00:00:00Z',
    });
  });
});

it('makes tables with a title that is bold even in a pipe', () => {
  expect(table('demo', ['ID', 'State'], [['abc', 'started']])).toBe(
    '\u001b[1mdemo\u001b[0m\nID \tSTATE  \nabc\tstarted\n\n',
  );
});

describe('log entries', () => {
  const entry = {
    sequence: 1,
    app: 'demo',
    timestamp: '2026-11-21T21:45:29.123456000Z',
    instance: '4a5e3887d6cbd0',
    region: 'iad',
    level: 'info',
    provider: 'app',
    message: 'a <b>',
  };

  it('are lines with colours and without a space before the message', () => {
    expect(renderEntry(entry, false)).toBe(
      '\u001b[2m2026-11-21T21:45:29Z\u001b[0m app[4a5e3887d6cbd0] \u001b[32miad\u001b[0m [\u001b[34minfo\u001b[0m]a <b>\n',
    );
  });

  it('are indented objects with every key', () => {
    const text = renderEntry(entry, true);
    expect(text).toMatch(/^\{\n {4}"level": "info",\n[^]*\n\}\n$/);
    expect(JSON.parse(text)).toEqual({
      level: 'info',
      instance: '4a5e3887d6cbd0',
      message: 'a <b>',
      region: 'iad',
      timestamp: '2026-11-21T21:45:29.123456000Z',
      meta: {
        Instance: '4a5e3887d6cbd0',
        Region: 'iad',
        Event: { Provider: 'app' },
        HTTP: { Request: { ID: '', Method: '', Version: '' }, Response: { status_code: 0 } },
        Error: { Code: 0, Message: '' },
        URL: { Full: '' },
      },
    });
  });
});
