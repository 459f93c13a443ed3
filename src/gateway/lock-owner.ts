/** What the process that holds a lock writes into it. */
export interface LockOwner {
  readonly pid: number;
  /** What holds the lock: `gateway`, or another part of OpenClaw such as `sqlite-maintenance`; `other` when it is not told. */
  readonly role: string;
  /** Field 22 of `/proc/<pid>/stat`: clock ticks between the boot and the start of the process. */
  readonly startTicks?: number;
  /** Milliseconds since the epoch. */
  readonly createdAtMs?: number;
  readonly port?: number;
}

/**
 * Reads the content of a lock. Since 2026.8.1 blanks follow the JSON; other locks than a gateway's write `starttime`, and
 * those of plugins their time as a number.
 * @param role What a lock that does not say it is held by.
 * @returns Nothing when it is not what OpenClaw writes: OpenClaw, too, takes such a file for a lock without an owner.
 */
export function parseLockOwner(content: string, role = 'gateway'): LockOwner | undefined {
  const payload = parseObject(content);
  const pid = payload?.['pid'];
  if (!payload || typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const startTicks = payload['startTime'] ?? payload['starttime'];
  const createdAtMs = parseTime(payload['createdAt'] ?? payload['createdAtMs'] ?? payload['startedAt']);
  return {
    pid,
    role: typeof payload['role'] === 'string' ? payload['role'] : role,
    ...(typeof startTicks === 'number' && { startTicks }),
    ...(createdAtMs !== undefined && { createdAtMs }),
    ...(typeof payload['port'] === 'number' && { port: payload['port'] }),
  };
}

function parseTime(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : value;
  return typeof ms === 'number' && Number.isFinite(ms) ? ms : undefined;
}

function parseObject(content: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
