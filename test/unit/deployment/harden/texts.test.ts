import { expect, it } from 'vitest';
import { chosenSteps, planPrivate } from '../../../../src/deployment/harden/plan.ts';
import { planText } from '../../../../src/deployment/harden/plan-text.ts';
import { webhooksText } from '../../../../src/deployment/harden/tunnels.ts';
import { webhooksOf } from '../../../../src/deployment/harden/webhooks.ts';
import { effectiveConfig } from '../../../../src/gateway/check/effective.ts';
import { app, standing } from './standings.ts';

const plan = planPrivate(standing());

it('tells every step with what it runs, and every warning', () => {
  const text = planText(plan);
  for (const { title } of plan.steps) expect(text).toContain(title);
  expect(text).toContain(`\`\`\`sh\nflyctl ips release 2001:db8::18 -a ${app}\n\`\`\``);
  for (const warning of plan.warnings) expect(text).toContain(warning.text);
  expect(text).not.toMatch(/✓|left out/);
});

it('marks what is done, what is left, and what was left out', () => {
  const [first, ...left] = chosenSteps(plan, new Set(['toml', 'release:2001:db8::18']));
  if (!first) throw new Error('The plan has no step.');
  const text = planText(plan, { done: [first], left });
  expect(text).toContain('### 1. Write fly.private.toml — ✓ done');
  expect(text).toContain('### 2. Release 2001:db8::18 — not done');
  expect(text).toMatch(/### 3\. .* — left out/);
});

it('gives the block of each way out to those who wait for webhooks', () => {
  const config = effectiveConfig(
    { channels: { slack: { mode: 'http' }, telegram: { webhookUrl: 'https://x' }, line: { x: 1 } } },
    { keyedAgents: true },
  );
  const text = webhooksText({ app, port: 3000, webhooks: webhooksOf(config) });
  expect(text).toContain('"mode": "socket"');
  expect(text).toContain('remove `channels.telegram.webhookUrl`');
  expect(text).toContain('--set-path /line/webhook http://127.0.0.1:3000/line/webhook');
  expect(text).toContain('--set-path /telegram-webhook http://127.0.0.1:8787/telegram-webhook');
  expect(text).toContain('"provider": "ngrok"');
  expect(text).toContain('"mode": "funnel"');
});

it('says when nothing waits for webhooks', () => {
  const text = webhooksText({ app, port: 3000, webhooks: [] });
  expect(text).toContain('Nothing in its openclaw.json waits for webhooks.');
});
