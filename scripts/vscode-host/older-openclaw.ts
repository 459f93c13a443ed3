import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A version whose schema differs from that of the pinned OpenClaw in what the tests look at. */
const version = '2026.7.1';

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    gateway: { type: 'object', properties: { mode: { type: 'string' } } },
    logging: {
      type: 'object',
      description: 'What the older gateway logs.',
      additionalProperties: false,
      properties: { level: { type: 'string', enum: ['quiet', 'noisy'] } },
    },
  },
};

/** Answers the one question that is asked; as a gateway it only runs. */
const entry = `
if (process.argv[2] === 'gateway') setInterval(() => {}, 60_000);
else console.log(${JSON.stringify(JSON.stringify(schema))});
`;

/** Runs it: the command of a machine whose state directory has it. */
export const olderOpenclawCommand = [
  'sh',
  '-c',
  'cd "$OPENCLAW_STATE_DIR/app" && exec node openclaw.mjs gateway',
];

export const olderOpenclawImage = `ghcr.io/openclaw/openclaw:${version}`;

/** Puts something that passes for an older OpenClaw into a state directory. */
export function installOlderOpenclaw(stateDir: string): void {
  const folder = join(stateDir, 'app');
  const manifest = { name: 'openclaw', version, type: 'module', bin: { openclaw: 'openclaw.mjs' } };
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  writeFileSync(join(folder, 'openclaw.mjs'), entry);
  chmodSync(folder, 0o755);
}
