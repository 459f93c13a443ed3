/** `npm start`: a real VS Code with the extension, on a simulated Fly.io. See the options below. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { onShutdown } from '../../scripts/processes/shutdown.ts';
import { startDemo, type Demo, type DemoOptions } from './demo.ts';

const usage = `npm start -- [--real] [--port N]

  --real     work on the real Fly.io with your own flyctl, in place of the simulated one
  --port N   the port of VS Code; a free one when left out`;

const simulatedIntroduction = `
Fly.io is simulated: nothing leaves this computer and nothing costs money. The app my-openclaw runs the real OpenClaw
gateway. What to try:

  - The OpenClaw icon on the left: the deployment with its machine, addresses, volume and secrets.
  - "Open openclaw.json" on the machine: the gateway's configuration, with completion, hover and problems as you type.
    Saving it pushes it to the machine. "Push openclaw.json" does the same with the file in the workspace.
  - "Show Logs": the gateway's log, live, with a filter. A change of "level" shows up there a second after saving.
  - Terminal > Run Task… > "Kill the gateway"; then right-click on the machine: "Clear Gateway Lock…" brings it back.`;

const realIntroduction = `
This works on the real Fly.io, signed in as your own flyctl is. What you stop, start or push is real.`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function readOptions(): DemoOptions {
  try {
    const { values } = parseArgs({ options: { real: { type: 'boolean' }, port: { type: 'string' } } });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new Error(`--port ${values.port} is not a port`);
    }
    return { ...(values.real ? { real: true } : {}), ...(port === undefined ? {} : { port }) };
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function introduce(demo: Demo): void {
  console.log(`
VS Code with OpenClaw Deployments is at

  ${demo.workbenchUrl}
${demo.cloud ? simulatedIntroduction : realIntroduction}

Ctrl-C ends everything.`);
}

/** Opens the address where there is a screen to show it; where that fails, the printed address is enough. */
function openBrowser(url: string): void {
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  const opener = process.platform === 'darwin' ? 'open' : hasScreen ? 'xdg-open' : undefined;
  if (opener === undefined) return;
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** Starts the demo and stays until something ends it. */
async function run(options: DemoOptions): Promise<void> {
  // Whoever read the output may go away before the end.
  process.stdout.on('error', () => {});
  console.log('Start');
  const starting = startDemo(options);
  let ending = false;
  onShutdown(async () => {
    ending = true;
    console.log('\nEnding everything …');
    await (await starting).stop();
  });
  try {
    await show(await starting);
  } catch (error) {
    // Whatever fails in the middle of a shutdown fails because of it; the shutdown ends this process.
    if (ending) return;
    await starting.then(
      (demo) => demo.stop(),
      () => {},
    );
    throw error;
  }
}

/** @throws Error when the gateway does not come up, and when VS Code's server ends. */
async function show(demo: Demo): Promise<never> {
  if (demo.cloud) await step('OpenClaw gateway (about 10 s)', demo.cloud.gatewayReady);
  introduce(demo);
  openBrowser(demo.workbenchUrl);
  const code = await demo.server.ended;
  throw new Error(`VS Code's server ended with ${code}.\n${demo.server.logTail()}`);
}

async function step(title: string, work: Promise<void>): Promise<void> {
  console.log(`  … ${title}`);
  await work;
  console.log(`  ✓ ${title}`);
}

try {
  await run(readOptions());
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
