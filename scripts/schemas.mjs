/**
 * Generates what the editor validates `openclaw.json` with: `npm run schemas`.
 *
 * Asks the pinned OpenClaw for its schema, normalises it (src/gateway/schema) and writes `openclaw.schema.json`,
 * `provenance.json` and, for completions, the names of the models that it knows, `models.json`, to `schemas/`. The same
 * OpenClaw gives the same bytes; no network is used.
 */
import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normaliseSchema } from '../src/gateway/schema/normalise.ts';
import { root } from './lib/project.mjs';

const openclaw = join(root, 'node_modules', 'openclaw');
const schemas = join(root, 'schemas');

const text = JSON.stringify(normaliseSchema(JSON.parse(await publishedSchema())));
await mkdir(schemas, { recursive: true });
await writeFile(join(schemas, 'openclaw.schema.json'), text);
await writeFile(
  join(schemas, 'provenance.json'),
  `${JSON.stringify(await provenance(text), undefined, 2)}\n`,
);
await writeFile(join(schemas, 'models.json'), `${JSON.stringify(await models(), undefined, 2)}\n`);
console.log(`schemas/openclaw.schema.json: ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`);

/** What `openclaw config schema` prints. A state folder of its own keeps the user's OpenClaw out of it. */
async function publishedSchema() {
  const folder = await mkdtemp(join(tmpdir(), 'openclaw-schema-'));
  try {
    const { stdout } = await execa(process.execPath, [join(openclaw, 'dist/index.js'), 'config', 'schema'], {
      extendEnv: false,
      env: { HOME: folder, OPENCLAW_STATE_DIR: folder },
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Where the schema comes from, with the licence under which its words may be passed on. */
async function provenance(text) {
  const { version, commit, builtAt } = JSON.parse(
    await readFile(join(openclaw, 'dist/build-info.json'), 'utf8'),
  );
  return {
    command: 'openclaw config schema',
    openclaw: version,
    commit,
    date: builtAt,
    sha256: createHash('sha256').update(text).digest('hex'),
    license: await readFile(join(openclaw, 'LICENSE'), 'utf8'),
  };
}

/** The models that the plugins of OpenClaw list, as `provider/model`. */
async function models() {
  const manifests = await Array.fromAsync(glob('dist/extensions/*/openclaw.plugin.json', { cwd: openclaw }));
  const names = manifests.map(async (file) => {
    const { modelCatalog } = JSON.parse(await readFile(join(openclaw, file), 'utf8'));
    return Object.entries(modelCatalog?.providers ?? {}).flatMap(([provider, settings]) =>
      (settings.models ?? []).map(({ id }) => `${provider}/${id}`),
    );
  });
  return (await Promise.all(names)).flat().sort();
}
