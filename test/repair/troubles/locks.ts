import { createHash } from 'node:crypto';
import type { Flysim, MachineSpec } from '../../flysim/harness.ts';
import { deploy, type Deployment, onMachine, readLog, start, until } from '../deployment.ts';
import { NotProvoked, type Trouble } from '../trouble.ts';

/** A machine that stays up without its gateway, as one does whose command is a script. */
function outliving(guide: MachineSpec): MachineSpec {
  const script = `${guide.command.join(' ')}; echo "The gateway has ended with $?."; sleep infinity`;
  return { ...guide, command: ['sh', '-c', script] };
}

/** A gateway that was killed when it had its locks; the machine is still there. */
async function killed(flysim: Flysim, app: string): Promise<{ deployment: Deployment; pid: number }> {
  if (!flysim.isolated) throw new NotProvoked('machines have no processes of their own on this computer');
  const deployment = await deploy(flysim, app, { change: outliving });
  await start(deployment);
  const read = `cat ${deployment.mountPath}/tmp/openclaw-*/gateway.state.lock 2>/dev/null || true`;
  let lock = '';
  await until('lock', async () => (lock = await onMachine(deployment, read)).trim().endsWith('}'));
  const { pid } = JSON.parse(lock);
  await onMachine(deployment, `kill -9 ${String(pid)}`);
  await until('end of the gateway', async () => (await readLog(deployment)).includes('ended with 137'));
  return { deployment, pid };
}

/**
 * Starts processes until one has the number.
 * @throws NotProvoked where nobody may say which number comes next.
 */
async function reuse(deployment: Deployment, pid: number): Promise<void> {
  const script = `for try in 1 2 3 4 5; do
  echo ${String(pid - 1)} > /proc/sys/kernel/ns_last_pid
  sleep 3600 > /dev/null 2>&1 &
  [ $! = ${String(pid)} ] && exit
  kill $!
done
exit 1`;
  await onMachine(deployment, script).catch(() => {
    throw new NotProvoked('the number of a process cannot be chosen on this computer');
  });
}

const staleAfterKill: Trouble = {
  title: 'stale lock, its pid reused',
  async provoke(flysim) {
    const { deployment, pid } = await killed(flysim, 'stale-lock');
    await reuse(deployment, pid);
    return deployment;
  },
};

/** Where and what 2026.1.29 wrote; none of it runs here. */
const oldLayout: Trouble = {
  title: 'stale lock of 2026.1, beside the present one',
  async provoke(flysim) {
    const { deployment, pid } = await killed(flysim, 'old-lock');
    const configPath = `${deployment.mountPath}/openclaw.json`;
    const hash = createHash('sha1').update(configPath).digest('hex').slice(0, 8);
    const createdAt = new Date(Date.now() - 60_000).toISOString();
    const content = JSON.stringify({ pid, createdAt, configPath, startTime: 1 }).replaceAll('"', '\\"');
    // The folder has the user in its name, which is another one where root does not run the tests.
    const script = `present=$(echo ${deployment.mountPath}/tmp/openclaw-*)
old=/tmp/\${present##*/}
mkdir -p "$old" && echo "${content}" > "$old/gateway.${hash}.lock" && chown -R --reference="$present" "$old"`;
    await onMachine(deployment, script);
    return deployment;
  },
};

export const lockTroubles = { staleAfterKill, oldLayout };
