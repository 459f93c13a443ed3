import { launch } from '../../../flysim/launch.ts';
import { bindCalls } from '../../../flysim/simulation.ts';
import { flyctl } from './flyctl.ts';

/** What a simulation of this process's user is like, as JSON on standard output. */
const daemon = await launch({});
try {
  const { obstacle } = daemon;
  if (daemon.isolation !== 'user') {
    process.stdout.write(JSON.stringify({ isolation: daemon.isolation, obstacle }));
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
    process.stdout.write(JSON.stringify({ isolation: 'user', machine, ran, pty: pty.stdout }));
  }
} finally {
  await daemon.stop();
}
