import { request } from 'node:http';
import type { Answer, ApiProblem, CallName, Parameters } from './protocol.ts';

/** An answer of the cloud that is an error. */
export class CallError extends Error implements ApiProblem {
  override readonly name = 'CallError';
  readonly status: number;

  constructor(problem: ApiProblem) {
    super(problem.message);
    this.status = problem.status;
  }
}

/**
 * One call to the simulated cloud behind the Unix socket.
 * @throws CallError when the cloud refuses
 */
export async function callCloud<N extends CallName>(
  socket: string,
  name: N,
  parameters: Parameters<N>,
): Promise<Answer<N>> {
  const { status, body } = await post(socket, `/call/${name}`, JSON.stringify(parameters));
  const parsed: unknown = JSON.parse(body);
  if (status !== 200) throw new CallError(parsed as ApiProblem);
  return parsed as Answer<N>;
}

function post(
  socketPath: string,
  path: string,
  text: string,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, path, method: 'POST', agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.once('error', reject);
    outgoing.end(text);
  });
}
