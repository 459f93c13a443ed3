/** What is measured. Times are medians. */
export interface Figures {
  /** The call of `activate()` in a fresh window, until it settles. */
  readonly activate_ms: number;
  /** Loading the extension's code before that. */
  readonly load_ms: number;
  /** Processes that `activate()` starts. */
  readonly activate_spawns: number;
  /** From the click that first shows the view to the machines of the workspace's app, over the longest flyctl call. */
  readonly first_tree_over_slowest_call: number;
  /** With 500 apps and one open that has 5,000 machines: from data that has been read until the tree shows it. */
  readonly tree_5000_machines_ms: number;
  /** flyctl processes of a refresh of an app with every group open. */
  readonly refresh_processes: number;
  /** flyctl processes that a hidden view starts, with a refresh every second instead of every 30. */
  readonly hidden_spawns_per_min: number;
  /** From the request to the list, in the real editor with 2,000 lines: what 95 of 100 requests stay below. */
  readonly complete_p95_ms: number;
  /** From the request to open an ordinary file, the first in its window, until what is wrong with it is shown. */
  readonly first_diagnostics_ms: number;
  /** VS Code's JSON service and the check, each with the bundled schema: what a change costs. */
  readonly validate_2000_lines_ms: number;
  /** SSH sessions of a push, also to verify it. */
  readonly push_ssh_sessions: number;
  /** A push without validation over a bare `fly ssh console -C "tee …"` of the same bytes. */
  readonly push_over_tee: number;
  /** What the validation by the machine's own OpenClaw adds to a push. */
  readonly push_validate_ms: number;
  /** From the start of an examination of a deployment to its findings, over the longest flyctl call. */
  readonly doctor_ms_over_slowest_call: number;
  /** Remote calls of an examination. */
  readonly doctor_remote_calls: number;
  /** How many things the doctor looks for. */
  readonly doctor_rules: number;
  /** Lines of a log in a second, from the first byte of flyctl's output to the last line on screen. */
  readonly log_lines_per_s: number;
  /** The longest time between two frames of the log view meanwhile. */
  readonly log_longest_frame_ms: number;
  /** What the extension and the page hold more than before, without the texts of the lines that are kept. */
  readonly log_heap_mb: number;
  /** From the command that opens a log to its first line on screen, without the time that flyctl needs for its first byte. */
  readonly log_first_line_ms: number;
  /** To read, keep, filter and count lines, over `JSON.parse` of the same objects, each already cut out. */
  readonly log_over_raw: number;
  /** What the heap grows by while lines come, once as many are kept as may be. */
  readonly log_soak_growth_mb: number;
  /** What activation loads, in 1000 bytes like all sizes. */
  readonly bundle_kb: number;
  /** What is loaded when it is first needed, and what both need. */
  readonly chunks_kb: number;
  readonly schema_kb: number;
  readonly vsix_kb: number;
}

/** The largest value that each figure may have. */
const limits: Figures = {
  activate_ms: 20,
  load_ms: 100,
  activate_spawns: 0,
  first_tree_over_slowest_call: 1.5,
  tree_5000_machines_ms: 200,
  refresh_processes: 5,
  hidden_spawns_per_min: 0,
  complete_p95_ms: 50,
  first_diagnostics_ms: 800,
  validate_2000_lines_ms: 100,
  push_ssh_sessions: 1,
  push_over_tee: 1.3,
  push_validate_ms: 10_000,
  doctor_ms_over_slowest_call: 1.5,
  doctor_remote_calls: 2,
  doctor_rules: Infinity,
  log_lines_per_s: Infinity,
  log_longest_frame_ms: 50,
  log_heap_mb: 40,
  log_first_line_ms: 1_000,
  log_over_raw: 2,
  log_soak_growth_mb: 10,
  bundle_kb: 450,
  chunks_kb: 800,
  schema_kb: 520,
  vsix_kb: 1500,
};

/** The smallest value, of figures that are to be large. */
const floors: Partial<Figures> = { log_lines_per_s: 50_000 };

export function isOver(figures: Figures): boolean {
  return rows(figures).some(({ isOver }) => isOver);
}

/** One line per figure with its limit, and a mark where it is over it. */
export function table(figures: Figures): string {
  const lines = rows(figures).map(({ name, value, limit, isOver }) => {
    const cells = [name.padEnd(30), String(value).padStart(10), String(limit).padStart(10)];
    return `${cells.join('')}${isOver ? '  over' : ''}`;
  });
  return [`${'figure'.padEnd(30)}${'measured'.padStart(10)}${'limit'.padStart(10)}`, ...lines].join('\n');
}

interface Row {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** On the wrong side of its limit. */
  readonly isOver: boolean;
}

function rows(figures: Figures): Row[] {
  const limitOf = new Map(Object.entries(limits));
  const floorOf = new Map(Object.entries(floors));
  return Object.entries(figures).map(([name, value]) => {
    const floor = floorOf.get(name);
    const limit = floor ?? limitOf.get(name) ?? 0;
    return { name, value, limit, isOver: floor === undefined ? value > limit : value < floor };
  });
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

/** What 95 of 100 values stay below. */
export function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.ceil(sorted.length * 0.95) - 1];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** Rounds to one decimal or, for small values such as ratios, two. */
export function rounded(value: number): number {
  return Number(value.toFixed(value < 10 ? 2 : 1));
}
