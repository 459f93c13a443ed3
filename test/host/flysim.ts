/** A machine on the simulated Fly that the runner started; see `scripts/vscode-host/deployment.ts`. */
export interface TestMachine {
  readonly app: string;
  readonly machine: string;
  /** The machine's /data/openclaw.json on this computer. */
  readonly configFile: string;
}

export interface Deployment extends TestMachine {
  readonly flyctl: string;
  /** Has an OpenClaw with a small schema of its own, in which `logging.level` is `quiet` or `noisy`. */
  readonly older: TestMachine;
}

/** @throws Error when the tests were not started by their runner. */
export function deployment(): Deployment {
  const text = process.env['OPENCLAW_TEST_DEPLOYMENT'];
  if (text === undefined) throw new Error('Run the tests with `npm run test:desktop`.');
  return JSON.parse(text);
}
