import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoCloud } from '../demo/cloud.ts';
import { demoApp } from '../demo/cloud.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { openPage, type OpenPage, type Workbench } from './support/workbench.ts';

const file = 'openclaw.json';
const longMs = 90_000;

let demo: Demo;
let cloud: DemoCloud;
let opened: OpenPage;
let workbench: Workbench;

beforeAll(async () => {
  // What the gateway would refuse is never pushed, unless the user wants to be asked.
  demo = await startDemo({ settings: { 'openclawDeployments.push.onErrors': 'ask' } });
  if (!demo.cloud) throw new Error('The story needs the simulated Fly.');
  cloud = demo.cloud;
  opened = await openPage(demo.workbench);
  workbench = opened.workbench;
  await cloud.gatewayReady;
});

afterAll(async () => {
  await opened?.close();
  await demo?.stop();
});

/** Runs a command on the machine as an operator with flyctl would. */
async function onMachine(command: string): Promise<string> {
  const args = ['ssh', 'console', '-q', '-a', demoApp, '--machine', cloud.machine, '-C', command];
  return (await promisify(execFile)(cloud.flysim.flyctl, args)).stdout;
}

function configOnVolume(): string {
  return readFileSync(join(cloud.dataFolder, file), 'utf8');
}

async function gatewayAnswers(): Promise<boolean> {
  try {
    return (await fetch(`${cloud.gatewayUrl}/healthz`)).ok;
  } catch {
    return false;
  }
}

/** A line of the log view, whether or not it is there yet. */
async function logLine(text: string) {
  return (await workbench.webview('Logs')).locator('body').getByText(text).first();
}

test('a newcomer sees, configures, watches, kills and repairs a deployment', async () => {
  const tree = workbench.tree('Deployments');
  await workbench.openViewContainer('OpenClaw');
  const machine = tree.row(/started · 2026\.9\.6 · iad · shared-cpu-2x · 2 GB/);
  await machine.waitFor();
  for (const group of ['IP Addresses', 'Volumes', 'Secrets']) await tree.expand(group);
  for (const row of ['203.0.113.24', '2001:db8::18', 'openclaw_data', 'OPENCLAW_GATEWAY_TOKEN']) {
    await tree.row(row).waitFor();
  }
  expect(await tree.row('203.0.113.24').innerText()).toContain('public');
  await workbench.screenshot('story-1-deployment');

  await tree.inlineAction(/started · /, 'Show Logs');
  await (await logLine('[gateway] ready')).waitFor();
  await workbench.screenshot('story-2-logs');

  await tree.inlineAction(/started · /, `Open ${file}`);
  await workbench.editor.tab(file).waitFor();
  await expect.poll(() => workbench.editor.visibleLines()).toContain('    "level": "info"');
  await workbench.screenshot('story-3-config');

  const before = configOnVolume();
  const after = before.replace('"level": "info"', '"level": "debug"');
  expect(after).not.toBe(before);
  await workbench.editor.setText(after);
  await workbench.editor.save(file);
  await workbench.page
    .getByText('The gateway of my-openclaw works with the new openclaw.json.')
    .waitFor({ timeout: longMs });
  expect(configOnVolume()).toBe(after);
  await workbench.screenshot('story-4-pushed');

  await tree.inlineAction(/started · /, 'Show Logs');
  await (await logLine('config change detected; evaluating reload (logging.level)')).waitFor();
  await workbench.screenshot('story-5-reloaded');

  const lock = JSON.parse(await onMachine("sh -c 'cat /data/tmp/openclaw-*/gateway.state.lock'"));
  await workbench.runCommand('Tasks: Run Task');
  await workbench.quickInput.choose('Kill the gateway');
  await (await logLine('The gateway has ended with 137')).waitFor();
  expect(await gatewayAnswers()).toBe(false);
  await workbench.screenshot('story-6-killed');

  await tree.contextMenu(/started · /, 'Clear Gateway Lock…');
  await workbench.dialog.element.waitFor();
  const question = await workbench.dialog.text();
  expect(question).toContain('/data/tmp/openclaw-');
  expect(question).toContain(`Process ${lock.pid}, which made it, does not run any more.`);
  await workbench.screenshot('story-7-stale-lock');

  await workbench.dialog.press('Clear and Restart');
  const repaired = workbench.notifications.withText(/is ready again/);
  await repaired.waitFor({ timeout: longMs });
  expect(await gatewayAnswers()).toBe(true);
  expect(configOnVolume()).toBe(after);
  await workbench.screenshot('story-8-repaired');

  if (cloud.flysim.isolated && process.getuid?.() === 0) {
    expect(statSync(join(cloud.dataFolder, file))).toMatchObject({ uid: 1000 });
  }
}, 300_000);

test('a configuration that was forced in is refused by the gateway and goes back with one click', async () => {
  const before = configOnVolume();
  await workbench.tree('Deployments').inlineAction(/started · /, `Open ${file}`);
  await workbench.editor.tab(file).waitFor();
  await workbench.editor.setText(before.replace('"logging": {', '"nope": true,\n  "logging": {'));
  await workbench.page.keyboard.press('Control+S');
  await workbench.dialog.element.waitFor();
  expect(await workbench.dialog.text()).toContain('does not know the key “nope”');
  await workbench.dialog.press('Push Anyway');

  const rejected = /did not take the new openclaw\.json and goes on with the old one: .*nope/;
  await workbench.notifications.withText(rejected).waitFor({ timeout: longMs });
  expect(configOnVolume()).toContain('"nope"');
  await workbench.screenshot('story-9-rejected');
  await workbench.notifications.press(rejected, 'Roll Back');
  const back = /The old configuration of my-openclaw is back, and its gateway is ready/;
  await workbench.notifications.withText(back).waitFor({ timeout: longMs });
  expect(configOnVolume()).toBe(before);
  expect(await gatewayAnswers()).toBe(true);
  await workbench.screenshot('story-10-rolled-back');
}, 300_000);
