import { sh } from '../../remote/sh.ts';
import { place, replace, settle, withdrawal } from './swap.ts';
import { validate } from './validation.ts';

/** `refuse REASON DETAIL` ends the script; `refuse_for TEXT` finds the reason in the words of a tool. */
const refuse = sh`
refuse() { printf 'refused\t%s\t%s\n' "$1" "$(text "$2")"; exit; }
refuse_for() {
  case $1 in
    *'No space'*|*quota*) refuse noSpace "$1";;
    *Read-only*) refuse readOnly "$1";;
    *denied*|*'not permitted'*) refuse notPermitted "$1";;
    *) refuse failed "$1";;
  esac
}
need() { for tool; do command -v "$tool" >/dev/null || refuse missingTool "$tool"; done; }
`;

/**
 * `sweep`: removes what earlier pushes left behind when they were broken off. A push is still at work when the process
 * in the name has the suffix among its arguments; one that takes longer than 10 minutes has lost its connection. What
 * another writer wrote and a machine that stopped at that moment kept from going back stays, so that it is not lost.
 */
const sweep = sh`
at_work() {
  token=\${1#"$target".????-}
  words "\${1##*.}" | grep -qx "\${token%%[!0-9a-f]*}"
}
sweep() {
  for old in "$target".push-*; do
    if ! at_work "$old" || [ -n "$(find "$old" -mmin +10 2>/dev/null)" ]; then rm -f "$old"; fi
  done
  for old in "$target".swap-*; do
    at_work "$old" && continue
    hashes=\${old#"$target".swap-*-}
    case $(sha256 "$old" | cut -c 1-16) in
      '') ;;
      "\${hashes%%-*}") keep "$old";;
      "$(printf %.16s "\${hashes#*-}")") rm -f "$old";;
    esac
  done
}
`;

/**
 * `model`: sets `owner` and `mode` of the new file: those of the old one, else of the state directory, else of the
 * folder. What only root may read keeps a gateway that runs as another user from starting, so that owner is not copied
 * (openclaw/openclaw#24853).
 * `make_folder FOLDER`: with its parents, for the owner alone.
 */
const model = sh`
model() {
  mode=600
  base=$folder
  while [ ! -e "$base" ]; do base=$(dirname "$base"); done
  if [ -d "$state" ]; then owner=$(stat -c %u:%g "$state"); else owner=$(stat -c %u:%g "$base"); fi
  [ -e "$target" ] || return
  mode=$(stat -Lc %a "$target")
  case $(stat -Lc %u:%g "$target")-$mode in 0:0-*[0-3]) ;; *) owner=$(stat -Lc %u:%g "$target");; esac
}
make_folder() { [ -d "$1" ] || { make_folder "$(dirname "$1")" && mkdir "$1" && chown "$owner" "$1"; }; }
`;

/**
 * `receive`: standard input becomes `staging`, complete and with its owner and mode, so that the gateway, which watches
 * its configuration, never sees half of it (openclaw/openclaw#112864).
 */
const receive = sh`
receive() {
  problem=$(tee "$staging" 2>&1 >/dev/null) || refuse_for "$problem"
  [ "$(wc -c < "$staging")" -eq "$size" ] && [ "$(sha256 "$staging")" = "$new" ] || refuse incomplete
  if [ "$(stat -c %u:%g "$staging")" != "$owner" ]; then
    problem=$(chown "$owner" "$staging" 2>&1) || refuse_for "$problem"
  fi
  problem=$(chmod "$mode" "$staging" 2>&1) || refuse_for "$problem"
  sync "$staging" 2>/dev/null || sync
}
`;

/**
 * `compare`: ends the script unless the file is the one that is expected.
 * `create`: the first file of its name, for which `outcome` becomes `written`; a link is never made over another file.
 */
const compare = sh`
tell() { echo "$1"; describe "$target"; exit; }
compare() {
  current=-
  if [ -e "$target" ]; then current=$(sha256 "$target"); fi
  case $current in
    '') refuse notPermitted "$target";;
    "$new") tell unchanged;;
    "$expected") ;;
    *) tell conflict;;
  esac
}
create() {
  if [ -e "$(withdrawal)" ]; then exit 1; fi
  if ln "$staging" "$target" 2>/dev/null; then outcome=written
  elif [ ! -e "$target" ]; then
    problem=$(mv -n "$staging" "$target" 2>&1) || refuse_for "$problem"
    [ -e "$staging" ] || outcome=written
  fi
}
`;

/**
 * `$1` configuration, `$2` state directory, `$3` suffix, `$4` length and `$5` hash of the new file, `$6` hash of the
 * expected file or `-` for none, `$7` seconds for the validation or 0 for none, then folders that may be that of
 * OpenClaw. The new file comes on standard input.
 */
export const pushScript = sh`
${settle}
${place}
${refuse}
${sweep}
${model}
${receive}
${validate}
${compare}
${withdrawal}
${replace}
export LC_ALL=C
umask 077
state=$2 suffix=$3 size=$4 new=$5 expected=$6 seconds=$7
need base64 cat chmod chown cp cut dirname find grep head ln mkdir mv readlink rm stat tee tr wc
command -v openssl >/dev/null || command -v node >/dev/null || need sha256sum
place "$1"
shift 7
folder=$(dirname "$target")
[ ! -e "$target" ] || [ -f "$target" ] || refuse notAFile "$target"
model
problem=$(make_folder "$folder" 2>&1) || refuse_for "$problem"
sweep
staging=$target.push-$suffix.$$
trap 'rm -f "$target".push-"$suffix"*' EXIT
trap 'exit 1' HUP INT PIPE TERM
receive
compare
if [ "$seconds" -gt 0 ]; then
  validate "$@"
  compare
fi
outcome=conflict
if [ "$expected" = - ]; then create; else replace; fi
[ $outcome = written ] || compare
tell $outcome
`;

/**
 * `$1` configuration, `$2` suffix, `$3` hash of the expected and `$4` of the new file. Takes away what a push that may
 * still be running, or only begin, needs, so that it cannot be completed any more, and looks. When the push had just
 * exchanged the files, this does the rest in its place.
 */
export const withdrawScript = sh`
${settle}
${place}
${withdrawal}
place "$1"
suffix=$2 expected=$3 new=$4
find /tmp -maxdepth 1 -name 'openclaw-push-*-withdrawn' -mmin +60 -exec rmdir {} + 2>/dev/null
mkdir "$(withdrawal)" 2>/dev/null
rm -f "$target".push-"$suffix"*
for swap in "$target".swap-"$suffix"-*; do
  claimed=\${swap%.*}.$$
  if mv "$swap" "$claimed" 2>/dev/null; then settle "$claimed"; fi
done
describe "$target"
`;
