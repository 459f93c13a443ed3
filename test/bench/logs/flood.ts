import { flyctlObject, logEntry } from '../../unit/fly/logs/fixtures.ts';

const chunkBytes = 64 * 1024;
const startMs = Date.parse('2026-11-21T20:00:00Z');
/** Between two lines. */
const stepMicroseconds = 20;
const time = '@time';
const number = '@number';

/** What an OpenClaw gateway prints on an ordinary day. */
const messages = [
  `[gateway] listening on ws://0.0.0.0:3000 (PID 7) ${number}`,
  `2026-11-21T20:00:00.000Z [ws] webchat connected conn=0d4f2a${number} remote=172.16.0.2 client=openclaw-control-ui`,
  `\u001b[32m[heartbeat]\u001b[39m started; interval 30m, run ${number}`,
  `{"0":"{\\"subsystem\\":\\"gateway/health\\"}","1":"snapshot ${number} in 12ms","_meta":{"logLevelName":"DEBUG"}}`,
  `[telegram] [default] message ${number} from user 42, 118 characters, 漢字`,
];

/** As flyctl prints an entry, in the pieces around what differs from line to line. */
const templates = messages.map((message) => {
  const printed = `${JSON.stringify(flyctlObject(logEntry({ timestamp: time, message })), undefined, 4)}\n`;
  return new RegExp(`^([^]*)${number}([^]*)${time}([^]*)$`).exec(printed)?.slice(1) ?? [];
});

/** @returns The output of `flyctl logs --json` for lines with these numbers, `from` included and `to` not. */
export function floodText(from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index++) {
    const [head = '', middle = '', tail = ''] = templates[index % templates.length] ?? [];
    text += `${head}${index}${middle}${stamp(index)}${tail}`;
  }
  return text;
}

/** @returns The bytes as a pipe hands them out. */
export function chunksOf(text: string): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const count = Math.ceil(bytes.length / chunkBytes);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * chunkBytes, (at + 1) * chunkBytes));
}

function stamp(index: number): string {
  const microseconds = index * stepMicroseconds;
  const ms = new Date(startMs + Math.floor(microseconds / 1_000)).toISOString().slice(0, -1);
  return `${ms}${String(microseconds % 1_000).padStart(3, '0')}000Z`;
}
