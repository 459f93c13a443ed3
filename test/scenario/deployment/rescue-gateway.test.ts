import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finish } from '../../../src/deployment/rescue/finish.ts';
import { propose } from '../../../src/deployment/rescue/fixes.ts';
import { lookAround } from '../../../src/deployment/rescue/look.ts';
import { putConfig } from '../../../src/deployment/rescue/put-config.ts';
import { changeOwners } from '../../../src/gateway/owners.ts';
import { readConfig } from '../../../src/gateway/config.ts';
import { updateMachine } from '../../../src/fly/verbs/machine-update.ts';
import { freePort, openclawMachine } from '../../flysim/harness.ts';
import { deploy, type Deployment } from '../gateway/deployment.ts';
import { Computer } from './rescue-support.ts';

let deployment: Deployment;
let computer: Computer;
let good: string;
let command: readonly string[];
const bad = '{ "gateway": { "mode": "local", "bind": "lan" }, "nope": 1 }\n';

beforeAll(async () => {
  const port = await freePort();
  const guide = openclawMachine({ port });
  command = guide.command;
  // Its gateway begins with the configuration of which it dies.
  deployment = await deploy({ ...guide, command: ['sleep', '1000'], maxRetries: 1 });
  const controlUi = { allowedOrigins: [`http://localhost:${port}`] };
  good = `// good\n${JSON.stringify({ gateway: { mode: 'local', bind: 'lan', controlUi } })}`;
  write('openclaw.json', bad);
  write('openclaw.json.last-good', good);
  writeFileSync(join(deployment.volume, 'left-by-root.txt'), 'root was here');
  computer = new Computer(deployment);
});

afterAll(async () => {
  computer[Symbol.dispose]();
  await deployment[Symbol.asyncDispose]();
});

/** As the gateway's user. */
function write(name: string, text: string): void {
  const path = join(deployment.volume, name);
  writeFileSync(path, text);
  const { uid, gid } = statSync(deployment.volume);
  chownSync(path, uid, gid);
}

test(
  'a gateway that died of its configuration until Fly gave up is brought back',
  { timeout: 300_000 },
  async () => {
    const { flyctl, flysim, app, machine } = deployment;
    const rescue = computer.rescue();
    await flyctl.run(updateMachine(app, machine.id, { command }));
    await expect
      .poll(async () => (await rescue.read()).state, { timeout: 60_000, interval: 500 })
      .toBe('stopped');
    expect((await rescue.read()).events[0]).toMatchObject({ type: 'exit', restartCount: 1 });

    const note = await rescue.putToSleep('0.1.0');
    expect(note.command).toEqual(command);
    const hints = await rescue.hints(note);
    const look = await lookAround(rescue.shell, hints);
    expect(look.complaint).toContain('nope');
    expect(look.copies.map(({ suffix }) => suffix)).toContain('last-good');
    expect(propose(look)[0]).toMatchObject({ kind: 'restore', reason: expect.stringContaining('nope') });
    const foreign = look.foreign.files.filter(({ path }) => path.endsWith('left-by-root.txt'));
    // Where the machine has no users of its own, everything belongs to one.
    expect(foreign).toHaveLength(look.foreign.owner.uid === 0 || !flysim.isolated ? 0 : 1);

    const lastGood = look.copies.find(({ suffix }) => suffix === 'last-good');
    const copy = await readConfig(rescue.shell, { configPath: lastGood?.path ?? '' });
    if (!copy.exists) throw new Error('There is no last-good.');
    const file = { app, machine: machine.id, path: look.location.configPath };
    const options = { history: computer.history, origin: 'restored' } as const;
    expect(await putConfig(rescue.shell, file, look, copy.bytes, options)).toMatchObject({
      outcome: 'written',
      validation: { kind: 'passed' },
    });
    expect(readFileSync(join(deployment.volume, 'openclaw.json'), 'utf8')).toBe(good);
    const versions = await computer.history.list(file);
    expect(versions.map(({ origin }) => origin)).toEqual(['restored', 'opened']);
    const change = { stateDir: look.location.stateDir, ...look.foreign.owner };
    await changeOwners(rescue.shell, { ...change, paths: foreign.map(({ path }) => path) });

    const comeback = await finish(computer.rescue(), note, { intervalMs: 1_000 });
    expect(comeback).toMatchObject({ outcome: 'ready' });
    const awake = await rescue.read();
    expect(awake.init.cmd).toEqual(command);
    expect(await rescue.standing()).toEqual({ kind: 'awake' });
  },
);
