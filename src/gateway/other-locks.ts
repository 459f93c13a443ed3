import { sh } from '../remote/sh.ts';
import { parseLockOwner } from './lock-owner.ts';
import { judge, type Judgement, type LockFacts, type LockFile } from './lock-verdict.ts';
import type { ScriptRecord } from './records.ts';

/** A lock below the state directory that is not the gateway's own. They are told, never removed. */
export interface OtherLock extends Omit<LockFile, 'sha256'>, Judgement {
  /**
   * What waits for it. `session`: the answers of one conversation (openclaw/openclaw#17547), up to 2026.7. `plugins`: the
   * start of a gateway, five minutes for each plugin (openclaw/openclaw#75028), up to 2026.4. `file`: writers of one file.
   */
  readonly kind: 'session' | 'plugins' | 'file';
}

/**
 * `other_locks STATE`: the records that `parseOtherLocks` reads, at most forty. A lock is a file `*.lock`, or a folder
 * of such a name with an `owner.json`. What plugins and agents keep in folders of their own is left out.
 */
export const otherLocks = sh`
other_locks() { node -e '
  const fs = require("fs");
  const { join } = require("path");
  const found = [];
  const read = (file) => { try { return fs.readFileSync(file).subarray(0, 4096); } catch { return Buffer.alloc(0); } };
  const tell = (path, content) => {
    const { uid, mtimeMs } = fs.lstatSync(path);
    const pid = /"pid": *(\d{1,9})/.exec(content)?.[1] ?? "";
    const fields = [pid, Buffer.from(path).toString("base64"), uid, Math.trunc(mtimeMs / 1000), content.toString("base64")];
    found.push(["otherlock", ...fields].join("\t"));
  };
  const look = (folder, depth) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const isLock = entry.name.endsWith(".lock") && !entry.name.startsWith("gateway");
      try {
        if (found.length >= 40) return;
        if (isLock && entry.isFile()) tell(path, read(path));
        else if (isLock && entry.isDirectory()) tell(path, read(join(path, "owner.json")));
        else if (depth > 0 && entry.isDirectory() && !/^(node_modules|npm|\.git|workspace.*)$/.test(entry.name)) look(path, depth - 1);
      } catch {}
    }
  };
  try { look(process.argv[1], 4); } catch {}
  console.log(found.join("\n"));
' "$1"; }
`;

/** Reads the records of `other_locks`; those without an owner that no OpenClaw is known to make are left out. */
export function parseOtherLocks(records: readonly ScriptRecord[], facts: LockFacts): readonly OtherLock[] {
  return records.filter(({ kind }) => kind === 'otherlock').flatMap((record) => parse(record, facts));
}

function parse(record: ScriptRecord, facts: LockFacts): OtherLock[] {
  const path = record.decoded(1);
  const owner = parseLockOwner(record.decoded(4), 'other');
  const kind = kindOf(path);
  if (kind === 'file' && !owner) return [];
  const lock = { path, uid: record.integer(2), mtimeMs: record.integer(3) * 1000, ...(owner && { owner }) };
  return [{ ...lock, kind, ...judge(lock, facts) }];
}

function kindOf(path: string): OtherLock['kind'] {
  if (path.endsWith('.jsonl.lock')) return 'session';
  return /\/\.openclaw-runtime-[^/]+\.lock$/.test(path) ? 'plugins' : 'file';
}
