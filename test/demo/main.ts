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
  - "Show Logs": the gateway's log, live, with a filter.
  - Right-click on the machine: stop it, start it, restart it, clear the gateway's lock.`;

const realIntroduction = `
This works on the real Fly.io, signed in as your own flyctl is. What you stop, start or push is real.`;

function readOptions(): DemoOptions {
  const { values } = parseArgs({ options: { real: { type: 'boolean' }, port: { type: 'string' } } });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port ${values.port} is not a port`);
  }
  return { ...(values.real ? { real: true } : {}), ...(port === undefined ? {} : { port }) };
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

let options: DemoOptions;
try {
  options = readOptions();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exit(2);
}

console.log('Start');
const starting = startDemo(options);
let ending = false;
onShutdown(async () => {
  ending = true;
  console.log('\nEnding everything …');
  await (await starting).stop();
});
const demo = await starting;
if (demo.cloud) {
  console.log('  … OpenClaw gateway (about 10 s)');
  await demo.cloud.gatewayReady;
  console.log('  ✓ OpenClaw gateway');
}
introduce(demo);
openBrowser(demo.workbenchUrl);
void demo.server.ended.then(async (code) => {
  if (ending) return;
  console.error(`VS Code's server ended with ${code}.\n${demo.server.logTail()}`);
  await demo.stop();
  process.exit(1);
});
