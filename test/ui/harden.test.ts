import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resultsFolder } from '../../scripts/lib/project.mjs';
import { parseFlyToml } from '../../src/fly/toml/parse.ts';
import { valueOf } from '../../src/gateway/check/read.ts';
import type { DemoCloud } from '../demo/cloud.ts';
import { demoApp, gatewayToken } from '../demo/cloud.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { flyctl } from '../demo/flyctl.ts';
import { labelTexts } from './support/labels.ts';
import { openPage, type OpenPage, type Workbench } from './support/workbench.ts';

const longMs = 90_000;

let demo: Demo;
let cloud: DemoCloud;
let opened: OpenPage;
let workbench: Workbench;

beforeAll(async () => {
  demo = await startDemo();
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

/** The addresses as an operator with flyctl sees them: type and address. */
async function addresses(): Promise<readonly string[]> {
  const listed: unknown = JSON.parse(await flyctl(cloud.flysim, ['ips', 'list', '--json', '-a', demoApp]));
  if (!Array.isArray(listed)) throw new Error('flyctl printed no list.');
  return listed.map(({ Type, Address }) => `${Type} ${Address}`);
}

test('a public app becomes private by a plan, and its Control UI is reached through a proxy', async () => {
  expect(await addresses()).toEqual(['v4 203.0.113.24', 'v6 2001:db8::18']);
  const tree = workbench.tree('Deployments');
  await workbench.openViewContainer('OpenClaw');
  await tree.expand('IP Addresses');
  await tree.row('203.0.113.24').waitFor();

  await tree.contextMenu('IP Addresses', 'Harden to Private…');
  await workbench.quickInput.waitForText(`Harden ${demoApp} to Private`);
  await workbench.editor.tab(`Make ${demoApp} private`).waitFor();
  const rows = (await labelTexts(workbench.quickInput.element.locator('.monaco-list-row'))).join('\n');
  for (const step of ['Let browsers in at', 'Write fly.private.toml', 'Release 203.0.113.24', 'Deploy']) {
    expect(rows).toContain(step);
  }
  await workbench.screenshot('harden-1-plan');
  await workbench.quickInput.accept();

  await workbench.notifications.withText('Write fly.private.toml like this?').waitFor();
  await workbench.screenshot('harden-2-file');
  await workbench.notifications.press('Write fly.private.toml like this?', 'Use This');
  await workbench.dialog.element.waitFor();
  const question = await workbench.dialog.text();
  expect(question).toContain(`flyctl ips release 203.0.113.24 -a ${demoApp}`);
  expect(question).toContain(`flyctl ips allocate-v6 --private -a ${demoApp}`);
  expect(question).not.toContain('flyctl deploy');
  await workbench.screenshot('harden-3-question');
  await workbench.dialog.press('Make Private');

  const done = /my-openclaw is private: only fdaa:\S+ is left\./;
  await workbench.notifications.withText(done).waitFor({ timeout: longMs });
  expect(await addresses()).toEqual([expect.stringMatching(/^private_v6 fdaa:/)]);
  const toml = parseFlyToml(readFileSync(join(demo.workspace, 'fly.private.toml'), 'utf8'));
  expect(toml.value).toMatchObject({ app: demoApp, mounts: { source: 'openclaw_data' } });
  expect(toml.value).not.toHaveProperty('http_service');
  const local = cloud.gatewayUrl.replace('127.0.0.1', 'localhost');
  expect(valueOf(readFileSync(join(cloud.dataFolder, 'openclaw.json'), 'utf8'))).toMatchObject({
    gateway: { controlUi: { allowedOrigins: expect.arrayContaining([local]) } },
  });
  await workbench.screenshot('harden-4-private');

  const [page] = await Promise.all([
    workbench.page.context().waitForEvent('page', { timeout: longMs }),
    workbench.notifications.press(done, 'Open Control UI'),
  ]);
  await page.getByText('it needs a matching token').waitFor({ timeout: longMs });
  expect(new URL(page.url()).port).not.toBe(new URL(cloud.gatewayUrl).port);
  await page.getByRole('textbox', { name: 'Gateway secret' }).fill(gatewayToken);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('Type a message below').waitFor({ timeout: longMs });
  await page.screenshot({ path: join(resultsFolder, 'screenshots', 'harden-5-control-ui.png') });
}, 300_000);
