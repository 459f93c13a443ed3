import { run } from './run.mjs';

const cli = process.env.npm_execpath;
const runsUnderNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);

/**
 * The command that starts npm as the user has it: the same npm that runs this script where there is one.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  if (runsUnderNpm) {
    const node = process.env.npm_node_execpath ?? process.execPath;
    return { command: node, args: [cli, ...args], shell: false };
  }
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [...args], shell: windows };
}

/**
 * Runs npm quietly to its end.
 * @param {readonly string[]} args
 * @param {string} folder The folder with the `package.json`.
 */
export function npm(args, folder) {
  const all = [...args, '--prefix', folder, '--no-fund', '--no-audit', '--loglevel=error'];
  const { command, args: words, shell } = npmCommand(all);
  return run(command, words, { cwd: folder, shell });
}
