/** Lines of logs as they were written, by the trouble that they mean. */
export const lines: Readonly<Record<string, readonly string[]>> = {
  // OpenClaw 2026.1.29 to 2026.9.6, observed.
  'owner-lease': [
    '2026-11-21T19:51:45.980+00:00 Gateway failed to start: Another Gateway owner lease is still active for this state directory. Run openclaw gateway status --deep for diagnostics.',
  ],
  'state-in-use': [
    'Another gateway (pid 812) already owns this state directory; refusing to run automatic startup migrations or report the gateway ready. Stop it with "openclaw gateway stop" (or select a different OPENCLAW_STATE_DIR), then retry startup.',
    'Doctor could not enter maintenance. StateDatabaseCoordinatorContentionError: another OpenClaw process owns gateway-lifecycle',
    'waiting for gateway-lifecycle ownership held by another OpenClaw process, up to 300 s',
  ],
  'gateway-lock': [
    '2026-01-30T08:00:00.000Z Gateway failed to start: gateway already running (pid 23869); lock timeout after 5000ms',
    'Gateway failed to start: gateway already running; lock timeout after 5000ms',
  ],
  'port-in-use': [
    'Port 3210 is already in use.',
    'Gateway failed to start: another gateway instance is already listening on ws://0.0.0.0:3210',
    'Gateway failed to start: another gateway instance is already listening on ws://0.0.0.0:3210 | listen EADDRINUSE: address already in use 0.0.0.0:3210',
  ],
  'database-maintenance': [
    '[gateway] requires state migration.',
    'Gateway failed to start: state database needs a migration | gateway.maintenance_required.',
    '[openclaw] Reason: OpenClaw startup migrations did not complete cleanly; refusing to report the gateway ready.',
  ],
  'config-not-permitted': [
    '[reload] config watcher error; re-creating watcher: EACCES: permission denied, open',
    "read failed: Error: EACCES: permission denied, open '/data/openclaw.json'",
    'Config file is not readable by the current process. If running in a container',
    'Invalid config at /data/openclaw.json: read failed: Error: EACCES: permission denied, open',
  ],
  'origins-missing': [
    '[reload] config reload failed: GatewayEffectiveConfigConflictError: non-loopback Control UI requires gateway.controlUi.allowedOrigins (set explicit origins)',
  ],
  'no-auth': ['Refusing to bind gateway to lan without auth.'],
  'proxy-and-token': [
    '2026-11-22T04:29:21.169+00:00 Gateway failed to start: gateway auth mode is trusted-proxy, but a shared token is also configured; remove gateway.auth.token / OPENCLAW_GATEWAY_TOKEN because trusted-proxy and token auth are mutually exclusive.',
  ],
  'mode-missing': ['Gateway start blocked: existing config is missing gateway.mode.'],
  'config-missing': ['Missing config. Run `openclaw setup` or set gateway.mode=local'],
  'reload-skipped': [
    '[reload] config reload skipped (invalid config): gateway: Unrecognized key: "nope"',
    'config reload skipped (config file not found)',
  ],
  'reload-failed': ['[reload] config reload failed: Error: discord'],
  'env-missing': [
    'gateway.auth.token: Missing env var "OPENCLAW_GATEWAY_TOKEN" - feature using this value will be unavailable',
    'Startup failed: required secrets are unavailable.',
  ],
  'config-invalid': [
    'Gateway failed to start: Invalid config at /data/openclaw.json:',
    'Config invalid',
    'OpenClaw config is invalid',
  ],
  'config-restored': ['Config auto-restored from backup: /data/openclaw.json'],
  'origin-refused': [
    '[ws] closed before connect conn=1 peer=172.16.1.2:4000->172.16.1.3:3000 remote=172.16.1.2 code=1008 reason=origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins) phase=ws',
  ],
  'pairing-required': [
    '[ws] closed before connect conn=2 remote=172.16.1.2 code=1008 reason=pairing required phase=ws',
    'device identity required',
  ],
  unauthorized: [
    '[ws] unauthorized conn=3 peer=a remote=172.16.1.2 client=openclaw-control-ui webchat v1',
    'unauthorized: gateway token mismatch (open the dashboard URL)',
  ],
  'telegram-conflict': [
    "[telegram] getUpdates conflict: Call to 'getUpdates' failed! (409: Conflict: terminated by other getUpdates request; make sure that only one bot instance is running); retrying in 30s.",
  ],
  'restart-loop': [
    '[gateway] gateway restart-loop breaker tripped: 3 unclean boot(s) within 300000ms; suppressing channel/provider account auto-start.',
  ],
  'restart-loop-over': ['gateway restart-loop breaker recovered; channel auto-start restored'],
  'channel-failed': [
    '[telegram] [default] channel exited: 401: Unauthorized',
    '[default] channel exited: channel exited without an error',
    '[secrets] [SECRETS_OWNER_UNAVAILABLE] discord',
  ],
  'channel-ready': ['[discord] logged in to discord as 1468269738198171739'],
  'gateway-ready': [
    '2026-11-21T19:51:45.980+00:00 [gateway] ready',
    '[gateway] listening on ws://0.0.0.0:3000 (PID 7)',
    'ready',
  ],
  // V8, Node.js, the kernel and Fly's init, from public logs.
  'heap-exhausted': [
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    ' 9: 0x1a2b3c v8::internal::Runtime_AllocateInYoungGeneration(int, unsigned long*, v8::internal::Isolate*) [node]',
    " INFO Main child exited with signal (with signal 'SIGABRT', core dumped? true)",
    ' INFO Main child exited normally with code: 134',
  ],
  'out-of-memory': [
    '[  258.930660] Out of memory: Killed process 476 (node) total-vm:38749148kB, anon-rss:32433276kB, file-rss:4kB, shmem-rss:135308kB, UID:1000 pgtables:64504kB oom_score_adj:0',
    ' INFO Process appears to have been OOM killed!',
  ],
  killed: [
    " INFO Main child exited with signal (with signal 'SIGKILL', core dumped? false)",
    ' INFO Main child exited normally with code: 137',
  ],
  'disk-full': ['Error: ENOSPC: no space left on device, write', 'SqliteError: database or disk is full'],
  'not-permitted': [
    "Gateway failed to start: EACCES: permission denied, mkdir '/data/state' | gateway.maintenance_required",
  ],
  'node-too-old': ['Node 20.20.2: node:sqlite is unavailable; use 24.16+/26.1+ or a build with the fix.'],
  'wrong-architecture': [
    'Error: failed to spawn command: docker-entrypoint.sh node dist/index.js gateway: Exec format error (os error 8)',
    'exec /usr/bin/tini: exec format error',
  ],
  // Fly's proxy, health checks and runner, from public logs.
  'not-listening': [
    '[PC01] instance refused connection. is your app listening on 0.0.0.0:3000? make sure it is not only listening on 127.0.0.1 (hint: look at your startup logs, servers often print the address they are listening on)',
    'WARNING The app is not listening on the expected address and will not be reachable by fly-proxy.',
    'WARNING The app is listening on the incorrect address and will not be reachable by fly-proxy.',
  ],
  unreachable: ['[PM05] failed to connect to machine: gave up after 15 attempts (in 8.398191653s)'],
  'health-check-failed': [
    "Health check 'servicecheck-00-http-3000' on port 3000 has failed. Your app is not responding properly. Services exposed on ports [80, 443] will have intermittent failures until the health check passes.",
    "Health check on port 8080 is in a 'warning' state. Your app may not be responding properly.",
  ],
  'health-check-passed': ["Health check 'servicecheck-00-http-3000' on port 3000 is now passing."],
  'restart-limit': [
    'machine has reached its max restart count of 10',
    'machine has reached its max restart count (10)',
  ],
  'trial-ended': [
    'Trial machine stopping. To run for longer than 5m0s, add a credit card',
    'Machine stopping. trial has ended',
  ],
};

/** What a healthy deployment writes. */
export const quietLines: readonly string[] = [
  '2026-11-21T19:51:45.980+00:00 [gateway] http server listening (9 plugins: telegram; 3.2s)',
  '[gateway] spawn broker ready pid=42',
  '2026-11-22T04:28:50.464+00:00 [gateway] starting...',
  'openclaw.json:1 — gateway: Unrecognized key: "prot"',
  '[gateway] seeded gateway.controlUi.allowedOrigins ["http://localhost:34567"] for bind=lan (required since v2026.2.26; see issue #29385).',
  '[reload] config change detected; evaluating reload (logging.level)',
  '[reload] config hot reload applied (channels.discord)',
  '[reload] config change requires gateway restart (gateway.port) — preparing',
  '[gateway] received SIGUSR2; restarting',
  '[gateway] restart mode: in-process restart (container: use in-process restart to keep PID 1 alive)',
  '[shutdown] completed cleanly in 59ms',
  '[telegram] [default] starting provider (@my_bot)',
  ' INFO Main child exited normally with code: 0',
  ' INFO Starting clean up.',
  '[    4.310534] reboot: Restarting system',
  'Machine started in 1.595s',
];
