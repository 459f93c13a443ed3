import { request } from 'node:http';
import { createInterface } from 'node:readline';
import type { LogEntry } from '../model.ts';
import type { TailRequest } from '../protocol.ts';

/** Calls back with each entry until the cloud ends the stream. */
export async function followLog(
  socketPath: string,
  wanted: TailRequest,
  onEntry: (entry: LogEntry) => void,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const outgoing = request({ socketPath, path: '/tail', method: 'POST' }, (response) => {
      createInterface({ input: response })
        .on('line', (line) => onEntry(JSON.parse(line) as LogEntry))
        .once('close', resolve);
    });
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify(wanted));
  });
}
