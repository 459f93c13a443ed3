import { sh } from '../remote/sh.ts';
import { packageFolder } from './version.ts';

/** JavaScript for Node.js on the machine. It travels between single quotes, so it must have none. */
const launcher = sh`
const { readFileSync, statSync, writeFileSync } = require("fs");
const { dirname, join } = require("path");
const attempt = (action) => { try { return action(); } catch {} };
const read = (file) => attempt(() => readFileSync(file, "utf8")) ?? "";
const field = (value) => Buffer.from(value ?? "").toString("base64");
const order = (version) => version.split(/\D/, 3).reduce((sum, part) => sum * 1000 + Number(part), 0);
const [folder, since, seconds, state, config, pid, ...words] = process.argv.slice(1);
const isSetting = (word) => /^[A-Z_]+=/.test(word);
const pairOf = (setting) => setting.split(/=(.*)/s);
const { version, bin } = JSON.parse(read(join(folder, "package.json")));

function environment() {
  const pairs = read("/proc/" + pid + "/environ").split("\0").filter(Boolean).map(pairOf);
  const own = { NO_COLOR: "1", OPENCLAW_STATE_DIR: state, OPENCLAW_CONFIG_PATH: config };
  const given = words.filter(isSetting).map(pairOf);
  return { ...process.env, ...Object.fromEntries(pairs), ...own, ...Object.fromEntries(given) };
}

function owner() {
  const facts = [state, dirname(config)].map((path) => attempt(() => statSync(path))).find(Boolean);
  if (process.getuid() !== 0 || !facts || facts.uid === 0) return undefined;
  const entries = read("/etc/passwd").split("\n").map((line) => line.split(":"));
  const home = entries.find((entry) => entry[2] === String(facts.uid))?.[5] ?? state;
  return { uid: facts.uid, gid: facts.gid, home };
}

function run() {
  const entry = join(folder, typeof bin === "string" ? bin : Object.values(bin ?? {})[0] ?? "openclaw.mjs");
  const { home, ...user } = owner() ?? {};
  const env = { ...environment(), ...(home && { HOME: home }) };
  const limits = { timeout: seconds * 1000, killSignal: "SIGKILL", maxBuffer: 64 << 20 };
  const options = { ...user, ...limits, env, cwd: folder, detached: true, stdio: ["ignore", "pipe", "pipe"] };
  attempt(() => writeFileSync("/proc/self/oom_score_adj", "1000"));
  const ended = require("child_process").spawnSync(process.execPath, [entry, ...words.filter((word) => !isSetting(word))], options);
  if (ended.error && ended.pid) attempt(() => process.kill(-ended.pid, "SIGKILL"));
  const told = ended.error?.message ?? String(ended.stderr).slice(-500);
  return { status: ended.status, late: ended.error?.code === "ETIMEDOUT", stdout: ended.stdout ?? "", told };
}
`;

/**
 * `openclaw_cli PACKAGE SINCE SECONDS STATE CONFIG [NAME=VALUE…] WORD…`: runs a command of the OpenClaw in the folder PACKAGE and
 * prints one record: `absent` without PACKAGE, `older<TAB>VERSION` when it is older than SINCE, which brought the
 * command, else what `report` tells.
 *
 * Node.js is there wherever OpenClaw is; that of a running gateway need not be on the PATH. An init that was given the
 * gateway's command, such as `tini`, is listed as a gateway, too, but is no Node.js. The command runs
 * - as the owner of the state directory: what root creates there a gateway that runs as another user cannot read any
 *   more (openclaw/openclaw#24853),
 * - in the environment of the running gateway, where its variables and plugins decide what is right, with NAME=VALUE set,
 * - as the first to go when memory runs out, so that it is never the gateway.
 *
 * @param report A JavaScript function without single quotes. Its argument has `status` (`null` after a signal), `late`
 * (whether the time limit ended the command), `stdout` (bytes) and `told` (the end of standard error, or why it did not
 * run). It may use `version` and `field`, which makes base64 of text or bytes, and returns the fields of the record.
 */
export function openclawCli(report: string): string {
  return sh`
${packageFolder}
openclaw_cli() {
  package=$1 since=$2 seconds=$3 state=$4 config=$5
  shift 5
  gateway='' node=''
  for pid in $(gateways); do
    exe=$(readlink "/proc/$pid/exe")
    case \${exe##*/} in node*) gateway=$pid node=$exe; break;; esac
    gateway=\${gateway:-$pid}
  done
  [ -x "$node" ] || node=$(command -v node)
  if [ -z "$package" ] || [ -z "$node" ]; then echo absent; return; fi
  "$node" -e '
${launcher}
const report = ${report};
const older = order(version) < order(since);
console.log((older ? ["older", field(version)] : report(run())).join("\t"));
' "$package" "$since" "$seconds" "$state" "$config" "$gateway" "$@"
}
`;
}
