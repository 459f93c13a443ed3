import type { Redactor } from '../../core/redact.ts';
import { sh } from '../../remote/sh.ts';
import type { ScriptRecord } from '../records.ts';
import { encode } from '../script-parts.ts';
import type { Inspection } from './inspection.ts';

/** Variables that are no secrets. */
const openVariables = [
  ...[
    'OPENCLAW_STATE_DIR',
    'OPENCLAW_CONFIG_PATH',
    'OPENCLAW_GATEWAY_PORT',
    'OPENCLAW_HOME',
    'HOME',
    'TMPDIR',
  ],
  ...['NODE_OPTIONS', 'NODE_ENV', 'FLY_VM_MEMORY_MB', 'FLY_MACHINE_ID', 'FLY_APP_NAME'],
  ...['OPENCLAW_NO_RESPAWN', 'OPENCLAW_CONFIG_READONLY'],
];

/**
 * `describe_surroundings GATEWAY`: the records that `parseSurroundings` reads. The environment is that of the process, else
 * that of this session. A line break in a value becomes a blank: what follows it must not be taken for a name.
 */
export const describeSurroundings = sh`
${encode}
environment() {
  if [ -n "$1" ] && head -c 1 "/proc/$1/environ" 2>/dev/null | grep -q .; then cat "/proc/$1/environ"
  else env -0
  fi | tr '\n\0' ' \n'
}
kilobytes() { sed -n "s/^$1: *\([0-9]*\).*/\1/p" /proc/meminfo; }
describe_surroundings() {
  printf 'variables\t%s\n' "$(environment "$1" | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)= *[^ ].*/\1/p' | encode)"
  printf 'settings\t%s\n' "$(environment "$1" | grep -E '^(${openVariables.join('|')})= *[^ ]' | encode)"
  printf 'machine\t%s\t%s\t%s\n' "$(uname -m)" "$(kilobytes MemTotal)" "$(kilobytes MemAvailable)"
}
`;

type Surroundings = Pick<Inspection, 'architecture' | 'memory' | 'variables' | 'settings'>;

/** Reads the records of `describe_surroundings`; others are passed over. */
export function parseSurroundings(records: readonly ScriptRecord[], redactor: Redactor): Surroundings {
  const linesOf = (name: string): string[] => {
    const text = records.find(({ kind }) => kind === name)?.decoded(0) ?? '';
    return text.split('\n').filter((line) => line !== '');
  };
  const machine = records.find(({ kind }) => kind === 'machine');
  const settings = linesOf('settings').map((line): [string, string] => {
    const at = line.indexOf('=');
    return [line.slice(0, at), redactor.redact(line.slice(at + 1))];
  });
  return {
    architecture: machine?.text(0) ?? '',
    memory: {
      totalBytes: (machine?.integer(1) ?? 0) * 1024,
      availableBytes: (machine?.integer(2) ?? 0) * 1024,
    },
    variables: [...new Set(linesOf('variables'))].sort(),
    settings: Object.fromEntries(settings),
  };
}
