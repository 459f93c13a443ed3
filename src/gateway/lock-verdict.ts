import * as l10n from '@vscode/l10n';
import type { LockOwner } from './lock-owner.ts';

/** A lock file as it was found. */
export interface LockFile {
  readonly path: string;
  /** The user whose gateway made it. */
  readonly uid: number;
  /** Milliseconds since the epoch, in whole seconds. */
  readonly mtimeMs: number;
  /** Of the content. */
  readonly sha256: string;
  /** Absent when the content is not a lock's. */
  readonly owner?: LockOwner;
}

export interface LockProcess {
  /** One letter of `/proc/<pid>/stat`; `Z` is a process that has ended. */
  readonly state: string;
  readonly startTicks: number;
  readonly isGateway: boolean;
  readonly name: string;
}

/** What is true on the machine, at the moment when the locks were listed. */
export interface LockFacts {
  readonly nowMs: number;
  readonly bootMs: number;
  /** False when the session may not see the processes of others; then nothing is known to have ended. */
  readonly processesVisible: boolean;
  /** Those that locks name and that exist. */
  readonly processes: ReadonlyMap<number, LockProcess>;
  /** The process ids of all gateways that run. */
  readonly gateways: readonly number[];
  /** The port on which a gateway answers, if one does. */
  readonly answeringPort?: number;
}

export interface Judgement {
  /** `stale`: its owner has ended, so it may go. `held`: its owner runs. `unknown`: it cannot be told. */
  readonly verdict: 'held' | 'stale' | 'unknown';
  /** Why, in a sentence. */
  readonly reason: string;
}

/** A lock that cannot be read may be one that is being written; OpenClaw itself waits as long. */
const unreadableMs = 30_000;
/** The clock of a machine may still be set while a gateway starts. */
const clockSlackMs = 5_000;
/** Linux counts the start of a process in hundredths of a second. */
const tickMs = 10;

/** What is judged of a lock. */
type Judged = Pick<LockFile, 'mtimeMs' | 'owner'>;

/**
 * Tells whether the owner of a lock still runs, by OpenClaw's own rule: a process id alone proves nothing, since ids
 * repeat after every start of a container (openclaw/openclaw#1572), so the start time must match too.
 *
 * One case goes beyond that rule: after a machine has booted, a gateway can get the very id and start time that a lock
 * of the boot before names, and then refuses to start because of itself (openclaw/openclaw#135133).
 */
export function judge(lock: Judged, facts: LockFacts): Judgement {
  const { owner } = lock;
  if (!owner) return judgeUnreadable(lock, facts);
  if (!facts.processesVisible)
    return unknown(l10n.t('The session may not see the processes of the machine.'));
  const process = facts.processes.get(owner.pid);
  if (!process) return judgeEnded(lock, owner, facts);
  if (process.state === 'Z' || process.state === 'X')
    return stale(l10n.t('Process {0} has ended.', owner.pid));
  if (owner.startTicks === undefined) return judgeByName(lock, owner, process, facts);
  if (owner.startTicks !== process.startTicks) {
    return stale(
      l10n.t(
        'Process {0} is another one now ({1}); the one that made it has ended.',
        owner.pid,
        process.name,
      ),
    );
  }
  return judgeSameProcess(lock, owner, process, facts);
}

/** Milliseconds since the epoch. */
function madeAt({ owner, mtimeMs }: Judged): number {
  return owner?.createdAtMs ?? mtimeMs;
}

function isOfLastBoot(lock: Judged, facts: LockFacts): boolean {
  return madeAt(lock) < facts.bootMs - clockSlackMs;
}

function judgeEnded(lock: Judged, { pid }: LockOwner, facts: LockFacts): Judgement {
  if (!isOfLastBoot(lock, facts))
    return stale(l10n.t('Process {0}, which made it, does not run any more.', pid));
  return stale(
    l10n.t(
      'Process {0}, which made it, ended before the machine started. A gateway that gets the same number again can take the lock for that of another gateway and stop.',
      pid,
    ),
  );
}

function judgeSameProcess(lock: Judged, owner: LockOwner, process: LockProcess, facts: LockFacts): Judgement {
  if (isOfLastBoot(lock, facts) && facts.answeringPort === undefined) {
    return stale(
      l10n.t(
        'It was made before the machine started, and process {0} only happens to look like its owner.',
        owner.pid,
      ),
    );
  }
  if (process.isGateway || owner.role !== 'gateway') return held(owner, process);
  return unknown(
    l10n.t('Process {0} ({1}) has the number and the start time of its owner.', owner.pid, process.name),
  );
}

/** Locks without a start time: OpenClaw then asks whether the process looks like a gateway. */
function judgeByName(lock: Judged, owner: LockOwner, process: LockProcess, facts: LockFacts): Judgement {
  if (madeAt(lock) < facts.bootMs + process.startTicks * tickMs - clockSlackMs)
    return stale(l10n.t('Process {0} ({1}) started after it was made.', owner.pid, process.name));
  if (process.isGateway) return held(owner, process);
  if (owner.role !== 'gateway')
    return unknown(l10n.t('Process {0} ({1}) may be its owner.', owner.pid, process.name));
  return stale(l10n.t('Process {0} is not a gateway but {1}.', owner.pid, process.name));
}

function judgeUnreadable(lock: Judged, facts: LockFacts): Judgement {
  if (facts.gateways.length > 0 || facts.answeringPort !== undefined) {
    return unknown(l10n.t('It does not say whose it is, and a gateway runs.'));
  }
  if (!facts.processesVisible || facts.nowMs - lock.mtimeMs <= unreadableMs) {
    return unknown(
      l10n.t('It does not say whose it is; it may just be being written. Look again in half a minute.'),
    );
  }
  return stale(l10n.t('It does not say whose it is, is older than half a minute, and no gateway runs.'));
}

function held({ pid, role }: LockOwner, process: LockProcess): Judgement {
  const reason =
    role === 'gateway' || process.isGateway
      ? l10n.t('The gateway that made it runs as process {0}.', pid)
      : l10n.t(
          'OpenClaw ({0}) runs as process {1} and holds it.',
          role === 'other' ? process.name : role,
          pid,
        );
  return { verdict: 'held', reason };
}

function stale(reason: string): Judgement {
  return { verdict: 'stale', reason };
}

function unknown(reason: string): Judgement {
  return { verdict: 'unknown', reason };
}
