import type { ReportContent, ReportFinding, ReportState } from '../../../src/shared/doctor.ts';

export const app = 'my-openclaw';

/** A finding with what matters replaced. */
export function finding(changes: Partial<ReportFinding> = {}): ReportFinding {
  return {
    code: 'memory-low',
    layer: 'fly',
    severity: 'error',
    title: 'The machine has too little memory',
    explanation: 'OpenClaw needs 2048 MB; with 512 MB Linux ends it while it starts. More memory helps.',
    evidence: [{ source: 'fly.toml', text: 'memory = "512mb"' }],
    place: 'fly.toml, line 31',
    fixes: [
      {
        title: 'Set the memory to 2048 MB in fly.toml…',
        note: 'Shows the change of fly.toml first.',
        leaves: false,
      },
      { title: 'Give the machine 2048 MB now…', note: 'Shows the flyctl command first.', leaves: false },
    ],
    link: 'https://docs.openclaw.ai/install/fly',
    ...changes,
  };
}

/** What the doctor finds of a deployment whose gateway is down. */
export const findings: readonly ReportFinding[] = [
  finding(),
  finding({
    code: 'stale-lock',
    layer: 'openclaw',
    title: 'A stale lock keeps the gateway from starting',
    explanation: 'Its owner has ended, but every start finds the lock and gives up. Clearing it is safe.',
    evidence: [
      {
        source: '/data/tmp/openclaw-1000/gateway.3000.lock',
        text: '{"pid":318,"ownerId":"8f0c","createdAt":"2026-11-21T19:51:45.980Z","port":3000}',
      },
      {
        source: 'log of the gateway',
        text: Array.from(
          { length: 24 },
          (_, index) =>
            `2026-11-21T19:${20 + index}:04.120Z [gateway] failed to start: gateway already running (pid 318); lock timeout after 5000ms`,
        ).join('\n'),
      },
    ],
    fixes: [{ title: 'Clear Gateway Lock…', note: '', leaves: false }],
  }),
  finding({
    code: 'auto-stop',
    severity: 'warning',
    title: 'Fly.io stops the machine when nobody visits it',
    explanation:
      'Channels such as Discord and Telegram need a gateway that always runs: it misses what is said while it is stopped.',
    evidence: [{ source: 'fly.toml', text: "auto_stop_machines = 'stop'" }],
    place: 'fly.toml, line 19',
    fixes: [
      {
        title: 'Turn auto stop off in fly.toml…',
        note: 'Shows the change of fly.toml first.',
        leaves: false,
      },
    ],
  }),
  finding({
    code: 'behind',
    layer: 'openclaw',
    severity: 'info',
    title: 'OpenClaw 2026.9.6 is out; the machine runs 2026.9.1',
    explanation: 'Deploy again with the newer image when it suits you.',
    evidence: [{ source: 'machine 91857550b64e83', text: 'openclaw/openclaw:2026.9.1' }],
    fixes: [{ title: 'See What Is New', note: '', leaves: true }],
    link: 'https://github.com/openclaw/openclaw/releases',
  }),
].map((sample, index) => {
  if (index === 0 || index === 2) return sample;
  const { place, ...rest } = sample;
  void place;
  return rest;
});

export function report(changes: Partial<ReportContent> = {}): ReportContent {
  return {
    machine: 'wild-lobster-12',
    takenAtMs: Date.parse('2026-11-21T19:58:00.000Z'),
    ageMs: 12_300,
    summary: '2 errors, 1 warning, 1 note',
    findings,
    gaps: [],
    ...changes,
  };
}

/** The view's state with a report, and what is replaced. */
export function state(changes: Partial<ReportState> = {}): ReportState {
  return { app, running: false, report: report(), ...changes };
}
