/** A line of a gateway's log file, as 2026.9.6 writes it. */
export function logLine(subsystem: string | undefined, text: string, timeMs: number): string {
  const name = subsystem === undefined ? 'openclaw' : JSON.stringify({ subsystem });
  const parts = subsystem === undefined ? { '0': text } : { '0': name, '1': text };
  const time = new Date(timeMs).toISOString();
  const meta = { runtime: 'node', hostname: 'd1', date: time, logLevelId: 3, logLevelName: 'INFO', name };
  return `${JSON.stringify({ ...parts, _meta: meta, time: time.replace('Z', '+00:00'), hostname: 'd1', message: text })}\n`;
}

/** What 2026.9.6 said to changes of its configuration, by what it did. */
export const said = {
  detected: 'config change detected; evaluating reload (session.reset)',
  applied: 'config hot reload applied (hooks.enabled)',
  invalid: 'config reload skipped (invalid config): : Unrecognized key: "nope"',
  conflict:
    'config reload failed: GatewayEffectiveConfigConflictError: non-loopback Control UI requires gateway.controlUi.allowedOrigins',
  restarting: 'config change requires gateway restart (gateway.mode, gateway.bind) — preparing',
  inProcess: 'restart mode: in-process restart (container: use in-process restart to keep PID 1 alive)',
  ready: 'gateway ready',
  loading: 'loading configuration…',
  anomaly: 'Config observe anomaly: /data/openclaw.json (gateway-mode-missing-vs-last-good)',
  broker: 'spawn broker ready pid=1646',
  startFailed:
    'Gateway failed to start: Invalid config at /data/openclaw.json:\n<root>: Unrecognized key: "nope"\nRun "openclaw doctor --fix" to repair, then retry.',
  lease:
    'Gateway failed to start: Another Gateway owner lease is still active for this state directory. Run openclaw gateway status --deep for diagnostics.',
  off: 'config reload disabled (gateway.reload.mode=off)',
  ignoring: 'config reload requires gateway restart; hot mode ignoring (gateway.port)',
  restored: 'Config auto-restored from backup: /data/openclaw.json (size-drop-vs-last-good:1268->442)',
} as const;
