import { type Context, delay } from './context.ts';
import { FlyError } from './failure.ts';

/** How long the simulated flyctl tries to reach a tunnel that does not come up; the real one takes 5 seconds. */
const TUNNEL_WAIT_MS = 200;

/** Connects to the private network of the organization. @throws FlyError when a fault says so */
export async function buildTunnel(context: Context, organization: string): Promise<void> {
  const fault = context.fault('tunnel-unavailable');
  if (!fault) return;
  await delay(fault.ms ?? TUNNEL_WAIT_MS);
  throw new FlyError(
    `tunnel unavailable: Error contacting Fly.io API when probing "${organization}": timed out (context deadline exceeded)`,
  );
}
