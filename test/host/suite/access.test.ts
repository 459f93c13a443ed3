import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { answeringEach } from '../answers.ts';
import { eventually } from '../eventually.ts';
import { deployment } from '../flysim.ts';
import { choosing } from '../lists.ts';
import { told } from '../told.ts';

const { app, older } = deployment();
/** Where a gateway listens that is not told otherwise, as that of the machine without public addresses. */
const port = 18_789;

function run(command: string, argument?: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand(`openclawDeployments.${command}`, argument);
}

/** The addresses that the work opens outside VS Code. */
async function opening(work: () => Thenable<unknown>): Promise<readonly string[]> {
  const { openExternal } = vscode.env;
  const opened: string[] = [];
  const open = async (uri: vscode.Uri): Promise<boolean> => opened.push(uri.toString(true)) > 0;
  Object.assign(vscode.env, { openExternal: open });
  try {
    await work();
  } finally {
    Object.assign(vscode.env, { openExternal });
  }
  return opened;
}

/** The flyctl that runs as the proxy. */
function proxyProcess(): number | undefined {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).find((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`:${port}\0-a\0${older.app}\0`);
    } catch {
      return false;
    }
  });
}

const noProxy = (): Promise<true> => eventually(() => (proxyProcess() === undefined ? true : undefined));

describe('Access', () => {
  let gateway: Server;
  before((done) => {
    gateway = createServer((_, response) => response.end('OpenClaw Control')).listen(port, '127.0.0.1', done);
  });
  after(() => gateway.close());

  it('opens the Control UI of a private app through a proxy, again through the same, until it is stopped', async () => {
    const target = { app: older.app };
    let asked: readonly string[] = [];
    const opened = await opening(async () => {
      asked = await answeringEach([], () => Promise.resolve(run('openControlUi', target)));
      await run('openControlUi', target);
    });
    // The simulated machine listens on this computer, so that its port was taken.
    assert.match(asked.join(), /listens on port (\d+).*gateway\.controlUi\.allowedOrigins/s);
    const local = /listens on port (\d+)/.exec(asked.join())?.[1] ?? '';
    const url = await vscode.env.asExternalUri(vscode.Uri.parse(`http://localhost:${local}/`));
    assert.deepEqual(opened, [url.toString(true), url.toString(true)]);
    assert.equal(await (await fetch(`http://127.0.0.1:${local}/`)).text(), 'OpenClaw Control');
    await run('stopProxy');
    await noProxy();
    await assert.rejects(fetch(`http://127.0.0.1:${local}/`));
  });

  it('tells that a proxy has ended, and starts it again', async () => {
    await opening(() => run('openControlUi', { app: older.app }));
    const first = await eventually(proxyProcess);
    const asked = await answeringEach(['Restart Proxy'], async () => {
      process.kill(first, 'SIGKILL');
      await eventually(() => {
        const pid = proxyProcess();
        return pid !== undefined && pid !== first ? pid : undefined;
      });
    });
    assert.match(asked.join(), new RegExp(`The proxy to ${older.app} has ended`));
    const lists = await eventually(async () => {
      const shown = await choosing(
        ({ label }) => label === 'Stop',
        () => run('showProxies'),
      );
      return shown.length > 0 ? shown : undefined;
    });
    const labels = lists.flat().map(({ label }) => label);
    assert.deepEqual(labels, ['Open in Browser', 'Copy URL', 'Stop']);
    await noProxy();
  });

  it('says when nothing answers, and opens nothing', async () => {
    await new Promise((resolve) => gateway.close(resolve).closeAllConnections());
    let asked: readonly string[] = [];
    const opened = await opening(async () => {
      asked = await answeringEach([], () => Promise.resolve(run('openControlUi', { app: older.app })));
    });
    assert.deepEqual(opened, []);
    assert.match(asked.join('\n'), /Nothing answers through the proxy on port 18789/);
    await run('stopProxy');
    await noProxy();
  }).timeout(40_000);

  it('opens the page of an app at Fly.io', async () => {
    assert.deepEqual(await opening(() => run('openDashboard', { app })), [`https://fly.io/apps/${app}`]);
  });
});

describe('A WireGuard config', () => {
  const home = mkdtempSync(join(tmpdir(), 'wireguard-'));
  const { showSaveDialog } = vscode.window;
  after(() => {
    Object.assign(vscode.window, { showSaveDialog });
    rmSync(home, { recursive: true });
  });

  it('goes to a new file outside every git repository, for its owner only, and its peer can be removed', async () => {
    mkdirSync(join(home, 'project/.git'), { recursive: true });
    const file = join(home, 'laptop.conf');
    const choices = [join(home, 'project/laptop.conf'), file];
    Object.assign(vscode.window, { showSaveDialog: async () => vscode.Uri.file(choices.shift() ?? '') });
    const answers = { pick: 'fra', inputs: ['laptop'], button: 'Create Peer' };
    const asked = (await told(answers, () => run('createWireGuard', { app }))).join('\n');
    assert.match(asked, /project\/laptop\.conf is in the git repository/);
    assert.ok(asked.includes(`flyctl wireguard create personal fra laptop ${file}`), asked);
    assert.match(asked, /laptop is a peer of personal/);
    assert.deepEqual(choices, []);
    assert.match(readFileSync(file, 'utf8'), /^PrivateKey = /m);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const removal = { pick: 'laptop', button: 'Remove Peer' };
    const removed = (await told(removal, () => run('removeWireGuard', { app }))).join('\n');
    assert.match(removed, /laptop is no peer of personal any more/);
    assert.match(
      (await told({}, () => run('removeWireGuard', { app }))).join(),
      /personal has no WireGuard peer/,
    );
  });

  it('overwrites nothing', async () => {
    const file = join(home, 'kept.conf');
    writeFileSync(file, 'kept');
    const choices = [vscode.Uri.file(file)];
    Object.assign(vscode.window, { showSaveDialog: async () => choices.shift() });
    const answers = { pick: 'fra', inputs: ['laptop'], button: 'Create Peer' };
    const asked = (await told(answers, () => run('createWireGuard', { app }))).join('\n');
    assert.match(asked, /kept\.conf is there already/);
    assert.equal(asked.includes('flyctl wireguard create'), false);
    assert.equal(readFileSync(file, 'utf8'), 'kept');
  });
});

describe('The account', () => {
  it('is shown with its organizations, each of which leads to its page', async () => {
    let lists: readonly (readonly vscode.QuickPickItem[])[] = [];
    const opened = await opening(async () => {
      lists = await choosing(
        ({ description }) => description === 'personal',
        () => run('showAccount'),
      );
    });
    const labels = lists.flat().map(({ label }) => label);
    assert.ok(labels.includes('$(account) ada@example.com'), labels.join());
    assert.ok(labels.includes('$(sign-out) Sign Out'), labels.join());
    assert.deepEqual(opened, ['https://fly.io/dashboard/personal']);
  });

  it('is named before flyctl is signed out', async () => {
    const terminals = vscode.window.terminals.length;
    const asked = await answeringEach([], () => Promise.resolve(run('signOut')));
    assert.equal(asked.length, 1);
    assert.match(asked.join(), /^Sign ada@example\.com out of Fly\.io\?\n.*flyctl auth logout$/s);
    assert.equal(vscode.window.terminals.length, terminals);
  });
});
