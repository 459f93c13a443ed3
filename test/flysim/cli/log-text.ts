import type { LogEntry } from '../model.ts';
import { goJson } from './render.ts';

/** One entry as `flyctl logs` prints it: an indented object, or a line with colours even in a pipe. */
export function renderEntry(entry: LogEntry, json: boolean): string {
  return json ? goJson(entryObject(entry)) : entryLine(entry);
}

function entryObject({ level, instance, message, region, timestamp, provider }: LogEntry): object {
  return {
    level,
    instance,
    message,
    region,
    timestamp,
    meta: {
      Instance: instance,
      Region: region,
      Event: { Provider: provider },
      HTTP: { Request: { ID: '', Method: '', Version: '' }, Response: { status_code: 0 } },
      Error: { Code: 0, Message: '' },
      URL: { Full: '' },
    },
  };
}

function entryLine({ level, instance, message, region, timestamp, provider }: LogEntry): string {
  const seconds = timestamp.replace(/\.\d+Z$/, 'Z');
  return `\u001b[2m${seconds}\u001b[0m ${provider}[${instance}] \u001b[32m${region}\u001b[0m [\u001b[34m${level}\u001b[0m]${message}\n`;
}
