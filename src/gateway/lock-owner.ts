/** What a gateway writes into its lock. */
export interface LockOwner {
  readonly pid: number;
  /** What holds the lock: `gateway`, or another part of OpenClaw such as `sqlite-maintenance`. */
  readonly role: string;
  /** Field 22 of `/proc/<pid>/stat`: clock ticks between the boot and the start of the process. */
  readonly startTicks?: number;
  /** Milliseconds since the epoch. */
  readonly createdAtMs?: number;
  readonly port?: number;
}

/**
 * Reads the content of a lock. Since 2026.8.1 blanks follow the JSON.
 * @returns Nothing when it is not what OpenClaw writes: OpenClaw, too, takes such a file for a lock without an owner.
 */
export function parseLockOwner(content: string): LockOwner | undefined {
  const payload = parseObject(content);
  const pid = payload?.['pid'];
  if (!payload || typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const { startTime, createdAt, port, role } = payload;
  const createdAtMs = typeof createdAt === 'string' ? Date.parse(createdAt) : Number.NaN;
  return {
    pid,
    role: typeof role === 'string' ? role : 'gateway',
    ...(typeof startTime === 'number' && { startTicks: startTime }),
    ...(Number.isFinite(createdAtMs) && { createdAtMs }),
    ...(typeof port === 'number' && { port }),
  };
}

function parseObject(content: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
