import { sh } from '../remote/sh.ts';
import { type ScriptRecord, unexpected } from './records.ts';

/** One answer of a gateway. */
interface Reply {
  /** The HTTP status; 0 without an answer. */
  readonly status: number;
  /** The body when it is announced as JSON. Control UIs answer every unknown path with 200 and HTML. */
  readonly json?: Readonly<Record<string, unknown>>;
  /** The start of the body, or the name of the error when there was no answer. */
  readonly text: string;
}

/** What a port of the machine answered to the questions for its health. */
export interface Probe {
  readonly port: number;
  /** `/startupz`, since 2026.8.1. */
  readonly startup: Reply;
  /** `/readyz`, since 2026.3.1. */
  readonly ready: Reply;
  /** `/healthz`, since 2026.3.1. */
  readonly health: Reply;
}

/**
 * `ask_ports PORT…`: asks the ports in turn until one answers as a gateway does, from inside the machine, where a gateway
 * also tells its version. Node.js is there wherever a gateway is; curl is not.
 */
export const askPorts = sh`
ask_ports() { node -e '
  const get = async (port, path) => {
    try {
      const signal = AbortSignal.timeout(3000);
      const reply = await fetch("http://127.0.0.1:" + port + path, { signal, redirect: "manual" });
      const type = reply.headers.get("content-type") ?? "";
      const limit = type.includes("json") ? 8000 : 1000;
      return { status: reply.status, type, text: (await reply.text()).slice(0, limit) };
    } catch (error) {
      return { status: 0, type: "", text: error.name };
    }
  };
  (async () => {
    for (const port of new Set(process.argv.slice(1))) {
      const replies = await Promise.all(["/startupz", "/readyz", "/healthz"].map((path) => get(port, path)));
      console.log("probe\t" + port + "\t" + Buffer.from(JSON.stringify(replies)).toString("base64"));
      if (replies.some((reply) => reply.type.includes("application/json"))) break;
    }
  })();
' "$@"; }
`;

/** Reads the records of `ask_ports`; others are passed over. */
export function parseProbes(records: readonly ScriptRecord[]): Probe[] {
  return records.filter(({ kind }) => kind === 'probe').map(parseProbe);
}

/** Whether a gateway that knows questions for its health is behind the port. */
export function answersAsGateway({ startup, ready, health }: Probe): boolean {
  return [startup, ready, health].some(({ json }) => json !== undefined);
}

function parseProbe(record: ScriptRecord): Probe {
  const replies: unknown = parseJson(record.decoded(1));
  if (!Array.isArray(replies)) throw unexpected(record.decoded(1));
  const [startup, ready, health] = replies.map(parseReply);
  if (!startup || !ready || !health) throw unexpected(record.decoded(1));
  return { port: record.integer(0), startup, ready, health };
}

function parseReply(value: unknown): Reply {
  if (!isObject(value)) throw unexpected(String(value));
  const { status, type, text } = value;
  if (typeof status !== 'number' || typeof type !== 'string' || typeof text !== 'string') {
    throw unexpected(JSON.stringify(value));
  }
  const json = type.includes('application/json') ? parseJson(text) : undefined;
  return { status, text, ...(isObject(json) && { json }) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
