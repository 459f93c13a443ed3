import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import manifest from '../../../node_modules/openclaw/package.json' with { type: 'json' };
import { environment } from '../../unit/schema/configurations.ts';
import { Openclaw, type Verdict } from '../../unit/schema/openclaw.ts';
import type { Sample } from './corpus/sample.ts';

const cacheFile = join(import.meta.dirname, '../../../node_modules/.cache/openclaw-verdicts.json');

/** One process takes 2 s of a processor, and the machine may have other things to do. */
const processes = 2;

/** So that little is lost when the run is cancelled. */
const saveEvery = 20;

/**
 * What `openclaw config validate` of the pinned version says of each sample, in their order. Verdicts are kept under
 * `node_modules/.cache`, so that a second run asks for new samples only.
 *
 * @param onProgress Called after each process with how many are left.
 */
export async function truthOf(
  samples: readonly Sample[],
  onProgress: (left: number) => void,
): Promise<readonly Verdict[]> {
  const verdicts = await readCache();
  const missing = samples.filter((sample) => !verdicts.has(keyOf(sample)));
  const queue = missing.values();
  let left = missing.length;
  const work = async (): Promise<void> => {
    await using openclaw = await Openclaw.create();
    for (const sample of queue) {
      verdicts.set(keyOf(sample), await openclaw.verdict(sample.text, sample.files));
      left -= 1;
      if (left % saveEvery === 0) await writeCache(verdicts);
      onProgress(left);
    }
  };
  await Promise.all(Array.from({ length: Math.min(processes, left) }, work));
  return samples.map((sample) => known(verdicts, sample));
}

function known(verdicts: ReadonlyMap<string, Verdict>, sample: Sample): Verdict {
  const verdict = verdicts.get(keyOf(sample));
  if (!verdict) throw new Error(`Nobody judged "${sample.name}".`);
  return verdict;
}

/** Everything that the verdict depends on. */
function keyOf({ text, files }: Sample): string {
  const variables = Object.entries(environment).filter(([name]) => text.includes(name));
  const input = JSON.stringify([manifest.version, process.platform, variables, text, files]);
  return createHash('sha256').update(input).digest('hex');
}

async function readCache(): Promise<Map<string, Verdict>> {
  const text = await readFile(cacheFile, 'utf8').catch(() => '{}');
  const verdicts: Readonly<Record<string, Verdict>> = JSON.parse(text);
  return new Map(Object.entries(verdicts));
}

async function writeCache(verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  await mkdir(dirname(cacheFile), { recursive: true });
  await writeFile(cacheFile, JSON.stringify(Object.fromEntries(verdicts)));
}
