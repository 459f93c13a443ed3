import { launch } from '../../../flysim/launch.ts';
import { bindCalls } from '../../../flysim/simulation.ts';
import { flyctl, type Ran } from './flyctl.ts';

/** What this program prints, as JSON: what a simulation of its user is like. */
export interface UserModeReport {
  readonly isolation: 'root' | 'user' | 'plain';
  readonly obstacle?: string | undefined;
  readonly machine?: string;
  readonly ran?: Ran;
  readonly pty?: string;
}

function print(report: UserModeReport): void {
  process.stdout.write(JSON.stringify(report));
}

const daemon = await launch({});
try {
  const { obstacle } = daemon;
  if (daemon.isolation !== 'user') {
    print({ isolation: daemon.isolation, obstacle });
  } else {
    const calls = bindCalls(daemon.socket, daemon.dir);
    await calls.createApp('mapped');
    const machine = await calls.createMachine('mapped', {
      command: ['sh', '-c', 'echo $(id -u) $(hostname) > /data/main; exec sleep 1000'],
      volume: { name: 'data', path: '/data' },
    });
    await calls.waitForState('mapped', machine, 'started');
    const script = `sh -c 'until cat /data/main; do sleep 0.1; done; id -u; echo $$; touch /tmp/x; ls /tmp'`;
    const ran = await flyctl(daemon, ['ssh', 'console', '-q', '-a', 'mapped', '-C', script]);
    const pty = await flyctl(daemon, ['ssh', 'console', '-q', '-a', 'mapped', '--pty', '-C', 'tty']);
    print({ isolation: 'user', machine, ran, pty: pty.stdout });
  }
} finally {
  await daemon.stop();
}
