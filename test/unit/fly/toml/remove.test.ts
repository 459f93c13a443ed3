import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFlyToml } from '../../../../src/fly/toml/parse.ts';
import { withoutTables } from '../../../../src/fly/toml/remove.ts';

const names = ['http_service', 'services'];
const sample = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'demo', 'workspace', 'fly.toml'),
  'utf8',
);

describe('a table that is taken out', () => {
  it('leaves every other line of the guide’s file as it was', () => {
    const [head = '', tail = ''] = sample.split(/\[http_service\][\s\S]*?(?=\[\[vm\]\])/);
    expect(withoutTables(sample, names)).toBe(head + tail);
  });

  it('takes the comments that are about it along, and no others', () => {
    const text = [
      '# the app',
      "app = 'a'",
      '',
      '# who may come in',
      '[[services]]',
      '  internal_port = 1 # the port',
      '  # protocol = "udp"',
      '  [[services.ports]]',
      '    port = 80',
      '    # port = 443',
      '',
      '# --- machines ---',
      '',
      '# the size',
      '[[vm]]',
      '  memory = "2gb"',
      '',
    ];
    const kept = [...text.slice(0, 3), ...text.slice(11)].join('\n');
    expect(withoutTables(text.join('\n'), names)).toBe(kept);
  });

  it('leaves a comment that runs into the next header', () => {
    const text = "[http_service]\ninternal_port = 1\n# about vm\n[[vm]]\nsize = 'x'\n";
    expect(withoutTables(text, names)).toBe("# about vm\n[[vm]]\nsize = 'x'\n");
  });

  it.each([
    ['inline', "app = 'a'\nhttp_service = { internal_port = 1 }\nb = 1\n", "app = 'a'\nb = 1\n"],
    ['dotted', "app = 'a'\nhttp_service.internal_port = 1\n[env]\n", "app = 'a'\n[env]\n"],
    ['at the end, without a line break', "app = 'a'\n\n[http_service]\nx = 1", "app = 'a'\n\n"],
    ['empty', '[http_service]\n[env]\n', '[env]\n'],
    ['with a value of several lines', '[http_service]\na = [\n1,\n2]\n[env]\n', '[env]\n'],
    [
      'with Windows line breaks',
      "app = 'a'\r\n[http_service]\r\nx = 1\r\n\r\n[env]\r\n",
      "app = 'a'\r\n[env]\r\n",
    ],
  ])('may be %s', (_, before, after) => {
    expect(withoutTables(before, names)).toBe(after);
    expect(parseFlyToml(after).problem).toBeUndefined();
  });

  it('is not missed in a file that has none', () => {
    expect(withoutTables("app = 'a'\n", names)).toBe("app = 'a'\n");
  });

  it('is not attempted in a file that is not TOML', () => {
    expect(withoutTables('[http_service', names)).toBeUndefined();
  });

  it('stays where two values share a line that cannot be parted', () => {
    expect(withoutTables('a = """\n""" # http_service', names)).toBe('a = """\n""" # http_service');
  });
});
