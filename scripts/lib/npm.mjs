import { run } from './run.mjs';

const cli = process.env.npm_execpath;
const runsUnderNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);

/**
 * Runs npm as the user has it: the same npm that runs this script where there is one, with its configuration.
 * @param {readonly string[]} args
 * @param {string} folder The folder with the `package.json`.
 */
export function npm(args, folder) {
  const all = [...args, '--prefix', folder, '--no-fund', '--no-audit'];
  if (runsUnderNpm)
    return run(process.env.npm_node_execpath ?? process.execPath, [cli, ...all], { cwd: folder });
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', all, { cwd: folder, shell: windows });
}
