import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../flysim/cli/argv.ts';
import { commands } from '../../flysim/cli/commands.ts';
import { FlyError } from '../../flysim/cli/failure.ts';

function parse(...argv: string[]): { path: string; flags: Record<string, unknown>; args: readonly string[] } {
  const { command, flags, args } = parseCommandLine(commands, argv);
  return { path: command.path, flags: Object.fromEntries(flags), args };
}

function failure(...argv: string[]): FlyError {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof FlyError) return error;
    throw error;
  }
  throw new Error('the command line was accepted');
}

describe('commands and their aliases', () => {
  it.each([
    [['machine', 'list'], 'machine list'],
    [['machines', 'ls'], 'machine list'],
    [['m', 'leases', 'view'], 'machine leases view'],
    [['machine', 'lease', 'clear'], 'machine leases clear'],
    [['app', 'rm', 'x'], 'apps destroy'],
    [['apps', 'delete', 'x'], 'apps destroy'],
    [['vol', 'ls'], 'volumes list'],
    [['v', 'show', 'vol_1'], 'volumes show'],
    [['ip', 'ls'], 'ips list'],
    [['orgs', 'ls'], 'orgs list'],
  ])('%j is %s', (argv, path) => {
    expect(parse(...argv).path).toBe(path);
  });

  it('is found behind flags that take a value', () => {
    expect(parse('-a', 'machine', 'status', '--json')).toEqual({
      path: 'status',
      flags: { app: 'machine', json: true },
      args: [],
    });
  });
});

describe('flags', () => {
  it.each([[['-a', 'demo']], [['-ademo']], [['-a=demo']], [['--app', 'demo']], [['--app=demo']]])(
    '%j names the app',
    (flags) => {
      expect(parse('machine', 'list', ...flags).flags).toEqual({ app: 'demo' });
    },
  );

  it('may be clustered, come after arguments, and be denied', () => {
    expect(parse('ssh', 'console', 'host', '-qsa', 'demo', '--pty=false')).toEqual({
      path: 'ssh console',
      flags: { quiet: true, select: true, app: 'demo', pty: false },
      args: ['host'],
    });
  });

  it('end at --', () => {
    expect(parse('machine', 'exec', 'id', '--', '-x --json').args).toEqual(['id', '-x --json']);
  });

  it('gather when they may be repeated', () => {
    expect(parse('machine', 'update', 'id', '-e', 'A=1', '--env', 'B=2').flags).toEqual({
      env: ['A=1', 'B=2'],
    });
  });

  it('have several letters for one meaning', () => {
    expect(parse('logs', '-i', 'id').flags).toEqual({ machine: 'id' });
    expect(parse('logs', '--instance', 'id').flags).toEqual({ machine: 'id' });
  });

  it('keep the access token apart from a terminal', () => {
    expect(parse('ssh', 'console', '-t', 'fm2_x').flags).toEqual({ 'access-token': 'fm2_x' });
  });
});

describe('errors, in the words of cobra', () => {
  it.each([
    [['bogus'], 'unknown command "bogus" for "flyctl"'],
    [['machine', 'bogus'], 'unknown command "bogus" for "flyctl machine"'],
    [['machine', 'list', 'extra'], 'unknown command "extra" for "flyctl machine list"'],
    [['secrets', 'import', '--json'], 'unknown flag: --json'],
    [['machine', 'list', '-qx'], "unknown shorthand flag: 'x' in -qx"],
    [['machine', 'list', '--app'], 'flag needs an argument: --app'],
    [['machine', 'list', '-a'], "flag needs an argument: 'a' in -a"],
    [
      ['machine', 'exec', 'id', 'ls', '--timeout', 'soon'],
      'invalid argument "soon" for "--timeout" flag: strconv.ParseInt: parsing "soon": invalid syntax',
    ],
    [
      ['machine', 'list', '--json=maybe'],
      'invalid argument "maybe" for "-j, --json" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    [['machine', 'exec', 'id', 'ls', '-l', 'x'], "unknown shorthand flag: 'l' in -l"],
    [['machine', 'exec', 'id', 'ls', 'x'], 'accepts between 1 and 2 arg(s), received 3'],
    [['secrets', 'set'], 'requires at least 1 arg(s), only received 0'],
    [['volumes', 'create'], 'accepts 1 arg(s), received 0'],
    [['machine', 'status', 'a', 'b'], 'accepts at most 1 arg(s), received 2'],
  ])('%j: %s', (argv, message) => {
    expect(failure(...argv)).toMatchObject({ message, exitCode: 1 });
  });

  it('come with the usage for flags and with a hint for commands', () => {
    expect(failure('machine', 'list', '--nope').help).toContain('Usage:\n  flyctl machine list [flags]');
    expect(failure('machine', 'bogus').help).toBe("Run 'flyctl machine --help' for usage.\n");
  });

  it('are none for --help and for a group', () => {
    expect(failure('machine', 'list', '--help').exitCode).toBe(0);
    expect(failure('machine')).toMatchObject({
      exitCode: 0,
      help: expect.stringContaining('flyctl machine'),
    });
  });
});
