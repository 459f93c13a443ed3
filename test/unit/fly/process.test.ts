import { describe, expect, it } from 'vitest';
import { type ProcessEnd, type ProcessRequest, runProcess, startProcess } from '../../../src/fly/process.ts';
import { utf8 } from '../../../src/fly/parse.ts';
import { collect } from './collect.ts';
import { expectGone } from './processes.ts';

function script(text: string, extra: Partial<ProcessRequest> = {}): ProcessRequest {
  return { file: '/bin/sh', args: ['-c', text], env: { PATH: process.env['PATH'] }, cwd: '/', ...extra };
}

function pidsIn(end: ProcessEnd): readonly number[] {
  return utf8(end.stdout).trim().split(/\s+/).map(Number);
}

describe('runProcess', () => {
  it('collects bytes and the exit code, and closes standard input', async () => {
    const end = await runProcess(script('cat; printf err >&2; exit 3', { stdin: Uint8Array.of(0, 255, 10) }));
    expect(end).toMatchObject({ reason: 'exited', exitCode: 3 });
    expect([...end.stdout]).toEqual([0, 255, 10]);
    expect(utf8(end.stderr)).toBe('err');
  });

  it('closes standard input when there is nothing to send', async () => {
    expect(await runProcess(script('cat'))).toMatchObject({ reason: 'exited', exitCode: 0 });
  });

  it('does not mind a process that does not read its input', async () => {
    const end = await runProcess(script('exit 0', { stdin: new Uint8Array(1_000_000) }));
    expect(end).toMatchObject({ reason: 'exited', exitCode: 0 });
  });

  it('passes the environment that it is given and nothing else', async () => {
    const end = await runProcess({ ...script('env'), env: { ONLY: 'this' } });
    expect(utf8(end.stdout)).toContain('ONLY=this');
    expect(utf8(end.stdout)).not.toContain('HOME=');
  });

  it('passes arguments as they are: there is no shell', async () => {
    const hostile = ['$HOME', '; exit 7', '`id`', "it's", 'a b', '*'];
    const request = { ...script(''), args: ['-c', 'printf "%s\\n" "$@"', 'sh', ...hostile] };
    expect(utf8((await runProcess(request)).stdout)).toBe(`${hostile.join('\n')}\n`);
  });

  it('ends the whole tree at the deadline', async () => {
    const end = await runProcess(script('sleep 60 & echo $$ $!; wait', { deadlineMs: 200 }));
    expect(end.reason).toBe('timeout');
    await expectGone(pidsIn(end));
  });

  it('ends the whole tree when it is cancelled', async () => {
    const controller = new AbortController();
    const running = startProcess(script('sleep 60 & echo $$ $!; wait', { signal: controller.signal }));
    for await (const chunk of running.stdout) {
      controller.abort();
      expect((await running.ended).reason).toBe('cancelled');
      await expectGone(utf8(chunk).trim().split(' ').map(Number));
    }
  });

  it('ends what ignores the polite signal', async () => {
    const end = await runProcess(
      script('trap "" TERM; sleep 60 & echo $$ $!; sleep 60', { deadlineMs: 200 }),
    );
    expect(end.reason).toBe('timeout');
    await expectGone(pidsIn(end));
  });

  it('ends what ignores the polite signal behind a leader that does not', async () => {
    const stubborn = '(trap "" TERM; sleep 60) > /dev/null 2>&1 & echo $$ $!; wait';
    const end = await runProcess(script(stubborn, { deadlineMs: 200 }));
    await expectGone(pidsIn(end));
  });

  it('comes back although a process that left the tree still holds the pipe', async () => {
    const end = await runProcess(script('setsid sleep 20 & echo $!; sleep 60', { deadlineMs: 200 }));
    expect(end.reason).toBe('timeout');
    pidsIn(end).forEach((pid) => process.kill(pid));
  });

  it('starts nothing when it is cancelled already', async () => {
    const end = await runProcess(script('echo ran', { signal: AbortSignal.abort() }));
    expect(end.reason).toBe('cancelled');
    expect(end.stdout).toHaveLength(0);
  });

  it('tells why it could not be started', async () => {
    const end = await runProcess({ ...script(''), file: '/nowhere/flyctl' });
    expect(end).toMatchObject({ reason: 'notStarted', detail: 'spawn /nowhere/flyctl ENOENT' });
  });

  it('tells when somebody else ended it', async () => {
    expect((await runProcess(script('kill -9 $$'))).reason).toBe('killed');
  });

  it('keeps the end of standard error and lets the process go on', async () => {
    const end = await runProcess(script('head -c 3000000 /dev/zero >&2; echo last >&2; exit 1'));
    expect(end).toMatchObject({ reason: 'exited', exitCode: 1 });
    expect(end.stderr.length).toBeLessThanOrEqual(1024 * 1024);
    expect(utf8(end.stderr.slice(-5))).toBe('last\n');
  });

  it('ends a process that prints without end', async () => {
    const end = await runProcess(script('yes'));
    expect(end.reason).toBe('tooMuch');
    expect(end.stdout.length).toBeGreaterThan(16 * 1024 * 1024);
    expect(end.stdout.length).toBeLessThan(17 * 1024 * 1024);
  });
});

describe('startProcess', () => {
  it('hands out output while the process runs', async () => {
    const controller = new AbortController();
    const running = startProcess(script('echo one; sleep 60', { signal: controller.signal }));
    let text = '';
    for await (const chunk of running.stdout) {
      text += utf8(chunk);
      controller.abort();
    }
    expect(text).toBe('one\n');
    expect((await running.ended).reason).toBe('cancelled');
  });

  it('tells how the process ended', async () => {
    const running = startProcess(script('echo out; echo err >&2; exit 1'));
    expect(await collect(running.stdout)).toBe('out\n');
    const end = await running.ended;
    expect(end).toMatchObject({ reason: 'exited', exitCode: 1 });
    expect(utf8(end.stderr)).toBe('err\n');
  });

  it('starts nothing when it is cancelled already', async () => {
    const running = startProcess(script('echo ran', { signal: AbortSignal.abort() }));
    expect(await collect(running.stdout)).toBe('');
    expect((await running.ended).reason).toBe('cancelled');
  });
});
