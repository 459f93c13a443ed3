import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../../../src/core/errors.ts';
import { hashOf, statConfig } from '../../../../src/gateway/config.ts';
import { pushConfig } from '../../../../src/gateway/config-push.ts';
import { type Circumstances, type Fault } from './fault.ts';
import type { Random } from './random.ts';
import type { Snapshot, Subject } from './subject.ts';

/** What came of one push. */
export interface Verdict {
  readonly fault: string;
  /** What the push told: its outcome or the kind of its failure. */
  readonly told: string;
  /** What is wrong with that; nothing when all is well. */
  readonly lost?: string;
  readonly lied?: string;
}

/** What was on the machine before, during and after a push. */
interface Evidence {
  readonly old: Snapshot;
  readonly bytes: Buffer;
  /** What other writers wrote. */
  readonly foreign: readonly Buffer[];
  readonly circumstances: Circumstances;
  readonly told: string;
  /** Leftovers of earlier pushes. */
  readonly leftovers: readonly string[];
}

/** How long what still runs on the machine may take to end. */
const settlingMs = 10_000;

let counter = 0;

/** Pushes once while something goes wrong, and compares what is told with what is there. */
export async function tryPush(subject: Subject, fault: Fault, random: Random): Promise<Verdict> {
  if (random.chance(0.2)) subject.disown(random);
  const circumstances = fault.meet(random, subject);
  const old = subject.look();
  if (!old) throw new Error('There is no configuration any more.');
  const leftovers = subject.leftovers();
  const bytes = newFile(random, circumstances);
  await circumstances.before?.();
  const [told, written] = await Promise.all([
    push(subject, bytes, old, circumstances, random),
    writeDuring(subject, circumstances),
    circumstances.during?.(),
  ]);
  await circumstances.after?.();
  const foreign = [...written, ...writtenByTool(subject, circumstances)];
  const evidence: Evidence = { old, bytes, foreign, circumstances, told, leftovers };
  if (told === 'unproven') await settled(subject);
  return { fault: fault.name, told, ...loss(subject, evidence), ...(await lie(subject, evidence)) };
}

/** A last push that nothing disturbs, after which nothing may be left behind. */
export async function pushUndisturbed(subject: Subject): Promise<void> {
  await settled(subject);
  const old = subject.look();
  const expectedSha256 = old ? hashOf(old.bytes) : null;
  const bytes = Buffer.from('{ last: true }\n');
  const { outcome } = await pushConfig(subject.shell, subject.place, bytes, {
    expectedSha256,
    validation: 'off',
  });
  if (outcome !== 'written') throw new Error(`A push that nothing disturbs is ${outcome}.`);
  if (subject.leftovers().length > 0) throw new Error(`There are still ${subject.leftovers().join(', ')}.`);
}

function newFile(random: Random, { verdict = 'passed' }: Circumstances): Buffer {
  counter += 1;
  const size = random.chance(0.1) ? 40_000 + random.below(80_000) : random.below(4_000);
  return Buffer.from(`// verdict: ${verdict}\n{ push: ${counter}, filler: "${'ü'.repeat(size)}" }\n`);
}

async function push(
  subject: Subject,
  bytes: Buffer,
  old: Snapshot,
  circumstances: Circumstances,
  random: Random,
): Promise<string> {
  const { cancelMs, verdict } = circumstances;
  // Without an exchange, who renames in the last millisecond is not noticed: see `replace` in the push script.
  const exchanges =
    circumstances.writer !== undefined || circumstances.tool?.foreign !== undefined || random.chance(0.7);
  const validates = verdict !== undefined || random.chance(0.15);
  try {
    const { outcome } = await pushConfig(subject.shellWith(circumstances, exchanges), subject.place, bytes, {
      expectedSha256: hashOf(old.bytes),
      validation: validates ? 'machine' : 'off',
      command: subject.command,
      signal: cancelMs === undefined ? undefined : AbortSignal.timeout(cancelMs),
    });
    return outcome;
  } catch (error) {
    if (error instanceof Failure) return error.kind;
    throw error;
  }
}

async function writeDuring(subject: Subject, { writer }: Circumstances): Promise<Buffer[]> {
  if (!writer) return [];
  await delay(writer.ms);
  counter += 1;
  return [subject.write(writer.how, `// foreign ${counter}\n`)];
}

function writtenByTool(subject: Subject, { tool }: Circumstances): Buffer[] {
  return tool?.foreign !== undefined && subject.hasFired(tool) ? [Buffer.from(tool.foreign)] : [];
}

/** Waits until nothing of an unfinished push is at work on the machine. */
async function settled(subject: Subject): Promise<void> {
  const end = Date.now() + settlingMs;
  const script = `for file in /proc/[0-9]*/cmdline; do
    tr '\\0' '\\n' < "$file" | grep -qx '[0-9a-f]\\{16\\}' && echo
  done`;
  while (Date.now() < end) {
    const { stdout } = await subject.shell.run(script, { effect: 'read', deadlineMs: 20_000 });
    if (stdout === '') return;
    await delay(50);
  }
}

/** Whether anybody's bytes are gone. */
function loss(subject: Subject, { old, bytes, foreign }: Evidence): { lost?: string } {
  const live = subject.look();
  if (!live) return { lost: 'the configuration is gone' };
  if (![old.bytes, bytes, ...foreign].some((known) => known.equals(live.bytes))) {
    return { lost: 'the configuration is none that anybody wrote' };
  }
  const gone = foreign.find((written) => !subject.holds(written));
  return gone ? { lost: `what another writer wrote (${gone.subarray(0, 40)})` } : {};
}

/** Whether what was told is not true, or what was promised was not kept. */
async function lie(subject: Subject, evidence: Evidence): Promise<{ lied?: string }> {
  const { told, old, bytes, leftovers } = evidence;
  const live = subject.look();
  if (!live) return {};
  const isNew = live.bytes.equals(bytes);
  const untrue = untruth(evidence, live, subject.kept());
  if (untrue !== undefined) return { lied: untrue };
  const expected = isNew ? subject.expectedFacts(old) : live.bytes.equals(old.bytes) ? old : live;
  const { uid, gid, mode } = live;
  if (uid !== expected.uid || gid !== expected.gid || mode !== expected.mode) {
    return { lied: `${uid}:${gid} ${mode.toString(8)} are not the owner and the mode that it should have` };
  }
  if (told === 'written' || told === 'rejected') {
    const remaining = await remainder(subject, leftovers);
    if (remaining.length > 0) return { lied: `${remaining.join(', ')} should have been removed` };
  }
  const asked = told === 'unproven' ? await statConfig(subject.shell, subject.place) : undefined;
  if (asked && (!asked.exists || asked.sha256 !== hashOf(live.bytes))) {
    return { lied: 'the next contact did not tell what is there' };
  }
  return {};
}

/** What is still there of earlier pushes, but for those that had only been slow. */
async function remainder(subject: Subject, leftovers: readonly string[]): Promise<string[]> {
  const remaining = () => leftovers.filter((name) => subject.leftovers().includes(name));
  if (remaining().length > 0) await settled(subject);
  return remaining();
}

function untruth(
  { told, old, bytes, foreign, circumstances }: Evidence,
  live: Snapshot,
  kept: Snapshot | undefined,
): string | undefined {
  const isNew = live.bytes.equals(bytes);
  const isForeign = foreign.some((written) => written.equals(live.bytes));
  switch (told) {
    case 'written':
      return isNew || (isForeign && kept?.bytes.equals(old.bytes)) ? undefined : 'it was not written';
    case 'conflict':
      return isForeign ? undefined : 'nobody else had written';
    case 'unproven':
      return circumstances.unreachable ? undefined : 'the machine could have been asked';
    case 'rejected':
      return isNew || circumstances.verdict !== 'rejected' ? 'it was not rejected' : undefined;
    case 'unchanged':
      return 'the file is another one';
    default:
      return isNew ? `it is there although told ${told}` : undefined;
  }
}
