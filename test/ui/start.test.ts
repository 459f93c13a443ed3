import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';

/** The parent of a process and whether it still runs; a zombie has ended. */
function look(pid: number): { parent: number; runs: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(parent), runs: state !== 'Z' };
  } catch {
    return undefined;
  }
}

/** The process and everything that it started, and that these started. */
function familyOf(ancestor: number): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(pids.map((pid) => [pid, look(pid)?.parent ?? 0]));
  const descends = (pid: number): boolean => pid === ancestor || (pid > 1 && descends(parents.get(pid) ?? 0));
  return pids.filter(descends);
}

it('npm start serves VS Code with a running gateway, and Ctrl-C leaves nothing behind', async () => {
  const start = spawn(process.execPath, [join('scripts', 'start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(start, 'exit');
  let printed = '';
  start.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await expect.poll(() => printed, { timeout: 120_000 }).toContain('Ctrl-C ends everything');
  const url = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0] ?? '';
  // The token in the address is exchanged for a cookie.
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
  expect(printed).toContain('✓ OpenClaw gateway');

  const family = familyOf(start.pid ?? 0);
  expect(family.length).toBeGreaterThan(5);
  start.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  await expect.poll(() => family.filter((pid) => look(pid)?.runs), { timeout: 15_000 }).toEqual([]);
});
