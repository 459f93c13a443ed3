import { sh } from '../../remote/sh.ts';
import { describe } from '../config.ts';

/**
 * The names beside the configuration FILE:
 *
 * - `FILE.push-SUFFIX.PID` is on its way here and may be incomplete,
 * - `FILE.swap-SUFFIX-OLD-NEW.PID` is complete and about to be exchanged with FILE, or what came out of that: hashes
 *   begin with OLD and NEW, so that whoever finds it can tell,
 * - `FILE.before-push` is what the last push replaced.
 *
 * `place FILE` sets `target`, the file behind a symbolic link, and `kept`.
 */
export const place = sh`
place() {
  target=$1
  if [ -L "$target" ]; then target=$(readlink -f "$target"); fi
  kept=$target.before-push
}
`;

/**
 * `exchange ONE OTHER`: two files change places in one step, so that nothing of either can be lost. coreutils know how
 * since 9.5; Debian 12, on which the official image is built, has Perl to ask the kernel (renameat2, RENAME_EXCHANGE).
 *
 * `keep FILE`: as the one before the push. There may be a link to the same file from a push that was ended early, over
 * which nothing would rename it.
 *
 * `settle SWAP`: deals with what an exchange left at SWAP. The file that was expected is kept, and `outcome` becomes
 * `written`. Anything else is from a writer who was quicker by a moment: it goes back, and when somebody replaced the
 * new file meanwhile, that newest one stays and the other is kept.
 */
export const settle = sh`
${describe}
exchange() {
  mv --exchange -T "$1" "$2" || perl -e '
    my ($machine, $one, $other) = @ARGV;
    my $renameat2 = { x86_64 => 316, aarch64 => 276 }->{$machine} or exit 1;
    exit(syscall($renameat2, -100, $one, -100, $other, 2) != 0);
  ' "$(uname -m)" "$1" "$2"
} 2>/dev/null
keep() { rm -f "$kept"; mv -f "$1" "$kept"; }
settle() {
  case $(sha256 "$1") in
    '') ;;
    "$new") rm -f "$1";;
    "$expected") keep "$1"; outcome=written;;
    *)
      exchange "$1" "$target"
      if [ "$(sha256 "$1")" = "$new" ]; then rm -f "$1"; else exchange "$1" "$target"; keep "$1"; fi;;
  esac
}
`;

/**
 * `withdrawal`: the folder by which a push knows that nobody waits for it any more. It may begin only after the machine
 * was asked what became of it, and must then not be completed. A restart, after which it cannot begin, removes the
 * folder. It is not a file, because root may be made to write through a link that is there before.
 */
export const withdrawal = sh`
withdrawal() { printf '/tmp/openclaw-push-%s-withdrawn\n' "$suffix"; }
`;

/**
 * `replace`: the complete file `staging` takes the place of `target`, whose hash was just found to be `expected`, and
 * `outcome` becomes `written`, unless another writer was quicker.
 *
 * Where files cannot be exchanged, a writer between the last look and `mv`, about a millisecond, would go unnoticed if
 * he renames; what he writes into the old file itself is noticed and put back.
 */
export const replace = sh`
replace() {
  swap=$target.swap-$suffix-$(printf %.16s "$expected")-$(printf %.16s "$new").$$
  # From here on it takes milliseconds, and nobody could complete it who is not told of it.
  trap '' HUP INT PIPE TERM
  problem=$(mv -f "$staging" "$swap" 2>&1) || refuse_for "$problem"
  if [ -e "$(withdrawal)" ]; then rm -f "$swap"; exit 1; fi
  if exchange "$swap" "$target" || [ "$(sha256 "$swap")" != "$new" ]; then settle "$swap"
  else overwrite; rm -f "$swap"
  fi
}
overwrite() {
  [ -e "$target" ] || return
  rm -f "$kept"
  ln "$target" "$kept" 2>/dev/null || cp -p "$target" "$kept" 2>/dev/null
  [ "$(sha256 "$kept")" = "$expected" ] || return
  [ "$kept" -ef "$target" ] || [ "$(sha256 "$target")" = "$expected" ] || return
  problem=$(mv -f "$swap" "$target" 2>&1) || { rm -f "$swap"; refuse_for "$problem"; }
  if [ "$(sha256 "$kept")" = "$expected" ]; then outcome=written
  else ln "$kept" "$swap" && mv -f "$swap" "$target"
  fi
}
`;
