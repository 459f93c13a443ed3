import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { Redactor } from '../../../src/core/redact.ts';
import { Machines } from '../../../src/features/common/machines.ts';
import { LogDocuments } from '../../../src/features/logs/documents.ts';
import { LogPanel } from '../../../src/features/logs/panel.ts';
import { FlyctlRunner } from '../../../src/fly/runner.ts';
import { DeploymentStore } from '../../../src/fly/store.ts';
import { machineExecTransport } from '../../../src/fly/transports.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import { everything, type LogLine, type LogRow } from '../../../src/shared/logs.ts';
import { logLine } from '../../unit/gateway/log-lines.ts';
import { answeringEach } from '../answers.ts';
import { eventually } from '../eventually.ts';
import { deployment } from '../flysim.ts';
import { LogPage } from '../log-page.ts';

const { app, machine, configFile, flyctl: path } = deployment();
const stateDir = dirname(configFile);

/** The parts of the extension that a log needs. */
function partsOf() {
  const redactor = new Redactor();
  const flyctl = new FlyctlRunner({ locate: async () => path, redactor, log: () => undefined });
  const store = new DeploymentStore(flyctl);
  const services = {
    extensionUri: vscode.Uri.file('/'),
    flyctl,
    store,
    // Every line about the machine has a secret.
    redact: (text: string) => redactor.redact(text.replaceAll(/machine/gi, '***')),
    machines: new Machines(store),
    locator: { locate: async () => path },
    shell: ({ app: name, id }: { readonly app: string; readonly id: string }) =>
      createRemoteShell([machineExecTransport(flyctl, name, id)]),
  };
  return { redactor, flyctl, store, services };
}

function hasChip(row: LogRow): row is LogLine {
  return row.kind === 'line' && row.chip !== undefined;
}

/** A gateway that writes where its configuration says, about the lock of a process that is gone. Returns what undoes it. */
function blockedGateway(): () => void {
  const config = existsSync(configFile) ? readFileSync(configFile) : undefined;
  const logFile = join(stateDir, 'gateway.log');
  const lockFolder = join(stateDir, 'tmp', 'openclaw-1000');
  const owner = {
    pid: 5_000_000,
    startTime: 4711,
    configPath: '/data/openclaw.json',
    createdAt: new Date(0),
  };
  mkdirSync(lockFolder, { recursive: true });
  writeFileSync(join(lockFolder, 'gateway.state.lock'), JSON.stringify(owner));
  writeFileSync(configFile, JSON.stringify({ logging: { file: '/data/gateway.log' } }));
  writeFileSync(logFile, logLine('gateway', 'gateway already running (pid 5000000)', Date.now()));
  return () => {
    for (const left of [configFile, logFile, join(stateDir, 'tmp')])
      rmSync(left, { recursive: true, force: true });
    if (config) writeFileSync(configFile, config);
  };
}

describe('A log tab', () => {
  const { redactor, flyctl, store, services } = partsOf();
  const documents = new LogDocuments('openclaw-log-test');
  const folder = mkdtempSync(join(tmpdir(), 'logs-'));
  const page = new LogPage();
  /** Counts the queries. */
  let asked = 1;
  let panel: vscode.Disposable;

  before(async () => {
    panel = new LogPanel(page, { app, machine, title: 'claw' }, { services, documents, maxLines: 1_000 });
    page.say({ type: 'ready', query: everything, revision: 1 });
    await page.hears('extent', ({ extent }) => extent.lines > 0);
    await page.hears('status', ({ status }) => status.kind === 'live');
  });

  after(async () => {
    panel.dispose();
    documents.dispose();
    store.dispose();
    flyctl.dispose();
    rmSync(folder, { recursive: true, force: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tells the page what there is, and the rows that it looks at', async () => {
    const { subject, origin } = await page.hears('init');
    assert.deepEqual([subject.machine, origin], [machine, 'fly']);
    page.say({ type: 'watch', revision: 1, from: 0, to: 50, following: true });
    const { rows } = await page.hears('rows');
    assert.ok(rows.some((row) => row.kind === 'line' && row.machine === machine));
  });

  it('weaves in what happened to the machine', async () => {
    await eventually(async () => {
      const revision = ++asked;
      page.say({ type: 'query', query: everything, revision });
      page.say({ type: 'watch', revision, from: 0, to: 200, following: false });
      const { rows } = await page.hears('rows', (message) => message.revision === revision);
      return rows.find(({ kind }) => kind === 'event');
    });
  });

  it('shows what is masked when it is asked for, and only then', async () => {
    const { rows } = await page.hears('rows');
    const masked = rows.find((row) => row.kind === 'line' && row.masked === true);
    assert.ok(masked?.kind === 'line' && !/machine/i.test(masked.text));
    page.say({ type: 'reveal', id: masked.id });
    const { id, text } = await page.hears('revealed');
    assert.equal(id, masked.id);
    assert.match(text, /machine/i);
  });

  it('copies rows', async () => {
    page.say({ type: 'copy', selection: 'all', as: 'json' });
    const copied = await eventually(async () => {
      const text = await vscode.env.clipboard.readText();
      return text.includes(`"machine":"${machine}"`) ? text : undefined;
    });
    for (const line of copied.split('\n')) assert.ok(JSON.parse(line).kind);
  });

  it('opens rows as a document, without what is a secret by now', async () => {
    redactor.register(machine);
    page.say({ type: 'openInEditor', selection: 'shown' });
    const { document } = await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.scheme === 'openclaw-log-test' ? editor : undefined;
    });
    assert.match(document.getText(), /^\d{4}-\d\d-\d\dT.*\*\*\*/);
    assert.ok(!document.getText().includes(machine));
    assert.equal(document.languageId, 'log');
  });

  it('saves rows to the file that is picked', async () => {
    const file = join(folder, 'claw.jsonl');
    const { showSaveDialog } = vscode.window;
    Object.assign(vscode.window, { showSaveDialog: async () => vscode.Uri.file(file) });
    try {
      page.say({ type: 'save', selection: 'all' });
      const saved = await eventually(() => {
        try {
          return readFileSync(file, 'utf8') || undefined;
        } catch {
          return undefined;
        }
      });
      assert.ok(
        saved
          .trimEnd()
          .split('\n')
          .every((line) => JSON.parse(line).kind),
      );
    } finally {
      Object.assign(vscode.window, { showSaveDialog });
    }
  });

  it('shows OpenClaw’s own log instead, and Fly’s again', async () => {
    page.forget();
    page.say({ type: 'origin', origin: 'gateway' });
    const other = await page.hears('init', ({ origin }) => origin === 'gateway');
    await page.hears('status', ({ status }) => status.kind === 'live');
    page.say({ type: 'origin', origin: 'fly' });
    const own = await page.hears('init', ({ origin }) => origin === 'fly');
    assert.notEqual(own.session, other.session);
  });

  it('does for the machine what the chip of a line offers', async () => {
    const undo = blockedGateway();
    try {
      page.forget();
      page.say({ type: 'origin', origin: 'gateway' });
      await page.hears('init', ({ origin }) => origin === 'gateway');
      page.say({ type: 'watch', revision: asked, from: 0, to: 50, following: true });
      const { rows } = await page.hears('rows', (message) => message.rows.some(hasChip));
      const line = rows.find(hasChip);
      assert.ok(line);
      assert.equal(line.chip?.action, 'Clear Gateway Lock');
      const questions = await answeringEach([], async (told) => {
        page.say({ type: 'act', id: line.id });
        await eventually(() => told[0]);
      });
      assert.match(questions.join(), new RegExp(`^Clear the stale gateway lock of .* \\(${app}\\)\\?\n`));
    } finally {
      undo();
      page.say({ type: 'origin', origin: 'fly' });
    }
  });

  it('forgets its lines, and says nothing while it is hidden', async () => {
    page.say({ type: 'clear' });
    await page.hears('rearranged');
    const revision = ++asked;
    page.say({ type: 'query', query: everything, revision });
    await page.hears('extent', ({ extent }) => extent.revision === revision && extent.lines === 0);
    page.hide();
    const { heard } = page;
    page.say({ type: 'reconnect' });
    assert.equal(page.heard, heard);
    page.reveal();
    page.say({ type: 'ready', query: everything, revision: 0 });
    assert.equal((await page.hears('extent')).extent.revision, 0);
  });
});
