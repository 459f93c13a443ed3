import { sh } from '../remote/sh.ts';

// Pieces of POSIX sh that scripts share. They use only what GNU coreutils and busybox both have.

/** `encode`: standard input as one line of base64; `text WORD`: the same of a word. Any text can be a field of a record. */
export const encode = sh`
encode() { base64 | tr -d '\n'; }
text() { printf %s "$1" | encode; }
`;

/** `sha256 FILE`: the hash in lower-case hex, or nothing when the file cannot be read. */
export const sha256 = sh`
sha256() {
  if command -v sha256sum >/dev/null; then sha256sum < "$1"
  elif command -v openssl >/dev/null; then openssl dgst -sha256 -r < "$1"
  else node -e 'console.log(require("crypto").createHash("sha256").update(require("fs").readFileSync(0)).digest("hex"))' < "$1"
  fi 2>/dev/null | cut -c 1-64
}
`;

/**
 * `gateways`: the process ids of the gateways that run, by the rule that OpenClaw itself applies to the owner of a lock
 * (its `isGatewayArgv`): the title that it gives itself, or an argument `gateway` next to one of its entry files.
 * `is_gateway PID` tells the same of one process.
 */
export const gateways = sh`
entry='^[12]:(.*/)?(openclaw|clawdbot|moltbot)$|[:/]((openclaw|clawdbot|moltbot)\.mjs|dist/(index|entry)\.m?js|scripts/run-node\.mjs|src/(index|entry)\.ts)$'
words() { cat "/proc/$1/cmdline" 2>/dev/null | tr '\0' '\n'; }
is_gateway() {
  words "$1" | head -n 1 | grep -qE '(^|/)(openclaw|clawdbot|moltbot)-gatew' && return
  words "$1" | grep -qx gateway && words "$1" | grep -n . | grep -qE "$entry"
}
gateways() {
  for file in $(grep -ls gateway /proc/[0-9]*/cmdline); do
    pid=$(basename "$(dirname "$file")")
    if is_gateway "$pid"; then echo "$pid"; fi
  done
}
`;
