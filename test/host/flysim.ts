/** A deployment on the simulated Fly that the runner started; see `scripts/vscode-host/deployment.ts`. */
export interface Deployment {
  readonly flyctl: string;
  readonly app: string;
  readonly machine: string;
  /** The machine's /data/openclaw.json on this computer. */
  readonly configFile: string;
}

/** @throws Error when the tests were not started by their runner. */
export function deployment(): Deployment {
  const text = process.env['OPENCLAW_TEST_DEPLOYMENT'];
  if (text === undefined) throw new Error('Run the tests with `npm run test:desktop`.');
  return JSON.parse(text);
}
