import { describe, expect, it } from 'vitest';
import type { TomlPath, TomlValue } from '../../../../src/fly/toml/fly-toml.ts';
import { parseFlyToml } from '../../../../src/fly/toml/parse.ts';
import { apply, wordsAt } from './apply.ts';

const file = `# Of the team.
app = 'my-openclaw' # its name
primary_region = 'iad'

[env]
  NODE_ENV = 'production'
  "OPENCLAW_STATE_DIR" = '/data' # on the volume

[http_service]
  internal_port = 3000
  concurrency = { type = 'requests', soft_limit = 200 }

  [[http_service.checks]]
    path = '/startupz'

[[vm]]
  memory = '2048mb'

# Where everything is kept.
[mounts]
  source = 'openclaw_data'
`;

describe('a fly.toml', () => {
  const toml = parseFlyToml(file);

  it('has its values', () => {
    expect(toml.problem).toBeUndefined();
    expect(toml.value).toEqual({
      app: 'my-openclaw',
      primary_region: 'iad',
      env: { NODE_ENV: 'production', OPENCLAW_STATE_DIR: '/data' },
      http_service: {
        internal_port: 3000,
        concurrency: { type: 'requests', soft_limit: 200 },
        checks: [{ path: '/startupz' }],
      },
      vm: [{ memory: '2048mb' }],
      mounts: { source: 'openclaw_data' },
    });
    expect(toml.valueAt(['vm', 0, 'memory'])).toBe('2048mb');
    expect(toml.valueAt(['vm', 'memory'])).toBeUndefined();
    expect(toml.valueAt(['env', 'constructor'])).toBeUndefined();
  });

  it.each<[TomlPath, string | undefined]>([
    [['app'], "'my-openclaw'"],
    [['http_service'], '[http_service]'],
    [['http_service', 'concurrency', 'soft_limit'], '200'],
    [['http_service', 'checks'], '[[http_service.checks]]'],
    [['http_service', 'checks', 0], '[[http_service.checks]]'],
    [['http_service', 'checks', 0, 'path'], "'/startupz'"],
    [['vm'], '[[vm]]'],
    [['vm', 0, 'memory'], "'2048mb'"],
    [['vm', 1], undefined],
    [[], undefined],
  ])('knows where %j is', (path, words) => {
    expect(wordsAt(file, toml.rangeOf(path))).toBe(words);
  });

  it('knows the names of values, and renames them', () => {
    expect(wordsAt(file, toml.rangeOfKey(['env', 'NODE_ENV']))).toBe('NODE_ENV');
    expect(wordsAt(file, toml.rangeOfKey(['env', 'OPENCLAW_STATE_DIR']))).toBe('"OPENCLAW_STATE_DIR"');
    expect(toml.rangeOfKey(['env'])).toBeUndefined();
    const renamed = apply(file, toml.rename(['env', 'NODE_ENV'], 'MODE'));
    expect(renamed).toBe(file.replace('NODE_ENV', 'MODE'));
    expect(toml.rename(['env', 'NODE_ENV'], 'OPENCLAW_STATE_DIR')).toEqual([]);
    expect(toml.rename(['env', 'NONE'], 'OTHER')).toEqual([]);
  });

  it('is one token of its line where it has keys with dots', () => {
    const text = 'http_service.checks.path = "/"\n';
    expect(wordsAt(text, parseFlyToml(text).rangeOf(['http_service']))).toBe('http_service');
    expect(wordsAt(text, parseFlyToml(text).rangeOf(['http_service', 'checks']))).toBe('checks');
  });

  it.each([
    ['app = "x\nb = 1\n', 0],
    ['app = "x"\n[env\n', 1],
    ['[env]\na = 1\na = 2\n', 2],
  ])('that is not valid has a problem with a place, and no values: %j', (text, line) => {
    const invalid = parseFlyToml(text);
    expect(invalid.problem?.message).not.toBe('');
    expect(invalid.problem?.range.start.line).toBe(line);
    expect(invalid.value).toEqual({});
    expect(invalid.valueAt(['app'])).toBeUndefined();
    expect(invalid.set(['app'], 'y')).toEqual([]);
  });
});

describe('setting a value', () => {
  it.each<[string, string, TomlPath, TomlValue, string]>([
    ['replaces only the token', 'a = "x"  # why\r\n', ['a'], 'y', 'a = "y"  # why\r\n'],
    ['keeps the quotes of the old value', "a = 'x'\n", ['a'], 'y', "a = 'y'\n"],
    ['escapes where literal quotes cannot hold it', "a = 'x'\n", ['a'], "it's", 'a = "it\'s"\n'],
    ['changes the type', 'a = true\n', ['a'], 'off', 'a = "off"\n'],
    [
      'adds a key after the last one',
      '[t]\n  a = 1 # one\n\n[u]\n',
      ['t', 'b'],
      2,
      '[t]\n  a = 1 # one\n  b = 2\n\n[u]\n',
    ],
    ['adds a key where the file ends without a line feed', '[t]\na = 1', ['t', 'b'], 2, '[t]\na = 1\nb = 2'],
    [
      'adds after a value of several lines',
      'a = [\n  1,\n]\n[t]\n',
      ['b'],
      2,
      'a = [\n  1,\n]\nb = 2\n[t]\n',
    ],
    ['adds to a table without keys', '[t]\n[u]\n  a=1\n', ['t', 'b'], 2, '[t]\n  b=2\n[u]\n  a=1\n'],
    ['adds the first key above all tables', '[t]\na = 1\n', ['b'], 2, 'b = 2\n\n[t]\na = 1\n'],
    ['quotes as the file does', "a = 'x'\n", ['b'], 'y', "a = 'x'\nb = 'y'\n"],
    ['quotes names that need it', 'a = 1\n', ['b c'], 2, 'a = 1\n"b c" = 2\n'],
    ['keeps CRLF', 'a = 1\r\n', ['t', 'b'], 2, 'a = 1\r\n\r\n[t]\r\nb = 2\r\n'],
    ['makes a table', 'a = 1\n# end\n', ['t'], { b: 'x', c: 1 }, 'a = 1\n# end\n\n[t]\nb = "x"\nc = 1\n'],
    ['makes the first table', '', ['t', 'b'], 2, '[t]\nb = 2\n'],
    [
      'makes the first of an array of tables',
      'a = 1\n',
      ['vm', 0, 'memory'],
      '2gb',
      'a = 1\n\n[[vm]]\nmemory = "2gb"\n',
    ],
    [
      'adds to an element of an array of tables',
      '[[vm]]\na = 1\n[[vm]]\na = 2\n',
      ['vm', 0, 'b'],
      3,
      '[[vm]]\na = 1\nb = 3\n[[vm]]\na = 2\n',
    ],
    [
      'appends a table to an array',
      '[[vm]]\na = 1\n',
      ['vm', 1],
      { a: 2 },
      '[[vm]]\na = 1\n\n[[vm]]\na = 2\n',
    ],
    [
      'puts a table below the element it belongs to',
      '[[s]]\na = 1\n[[s]]\na = 2\n',
      ['s', 0, 'p', 0, 'b'],
      1,
      '[[s]]\na = 1\n\n[[s.p]]\nb = 1\n[[s]]\na = 2\n',
    ],
    ['adds to an inline table', 't = { a = 1 } # x\n', ['t', 'b'], 2, 't = { a = 1, b = 2 } # x\n'],
    ['fills an empty inline table', 't = {}\n', ['t', 'b', 'c'], 2, 't = { b.c = 2 }\n'],
    ['adds to an array', "a = ['x']\n", ['a', 1], 'y', "a = ['x', 'y']\n"],
    ['makes an array', 'b = 1\n', ['a', 0], 'y', 'b = 1\na = ["y"]\n'],
    ['continues keys with dots', 't.a = 1\nb = 2\n', ['t', 'c'], 3, 't.a = 1\nt.c = 3\nb = 2\n'],
    [
      'makes the table that a deeper header implies',
      '[t.u]\na = 1\n',
      ['t', 'b'],
      2,
      '[t.u]\na = 1\n\n[t]\nb = 2\n',
    ],
  ])('%s', (_, text, path, value, expected) => {
    const changed = apply(text, parseFlyToml(text).set(path, value));
    expect(changed).toBe(expected);
    expect(parseFlyToml(changed).valueAt(path)).toEqual(value);
  });

  it('indents a table and its keys as the file does', () => {
    const edits = parseFlyToml(file).set(['http_service', 'checks', 1], { path: '/', method: 'GET' });
    expect(apply(file, edits)).toBe(
      file.replace(
        "'/startupz'\n",
        "'/startupz'\n\n  [[http_service.checks]]\n    path = '/'\n    method = 'GET'\n",
      ),
    );
  });

  it.each<[string, TomlPath, TomlValue]>([
    ['a = 1\n', ['a'], 1],
    ['[t]\na = 1\n', ['t'], 'x'],
    ['[t]\na = 1\n', ['t'], { b: 1 }],
    ['a = 1\n', ['a', 'b'], 2],
    ['a = [1]\n', ['a', 5], 2],
    ['[[vm]]\n', ['vm', 3, 'a'], 2],
  ])('offers nothing where it is there or cannot be: %j %j', (text, path, value) => {
    expect(parseFlyToml(text).set(path, value)).toEqual([]);
  });
});
