import * as l10n from '@vscode/l10n';
import { sh } from '../../remote/sh.ts';
import { openclawCli } from '../openclaw-cli.ts';
import { type ScriptRecord, unexpected } from '../records.ts';

/** What a machine's OpenClaw says about a place in its configuration. */
export interface ConfigIssue {
  /** Keys and indexes with dots between them, as OpenClaw writes them; `<root>` for all of it. */
  readonly path: string;
  readonly message: string;
}

/** Why a configuration was not validated by the machine's own OpenClaw. */
export type SkipReason =
  /** The caller wanted it so. */
  | 'off'
  /** The file is there already, byte for byte. */
  | 'unchanged'
  | 'noOpenClaw'
  /** It does not know `openclaw config validate`. */
  | 'tooOld'
  | 'late'
  /** It crashed or did not answer with JSON. */
  | 'failed'
  /** The connection was lost before the answer came. */
  | 'lost';

export type Validation =
  | { readonly kind: 'passed'; readonly warnings: readonly ConfigIssue[] }
  /** `message` says why, in a sentence. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly message: string };

export type Verdict = Validation | { readonly kind: 'rejected'; readonly issues: readonly ConfigIssue[] };

/** The first version that knows `openclaw config validate` (its changelog). */
const firstVersion = '2026.3.2';

/** JavaScript for `openclawCli`. A file with more than these issues is wrong as a whole. */
const report = `(run) => {
  if (run.late) return ["late"];
  const text = String(run.stdout);
  const reply = attempt(() => JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
  const issues = (found) => field(JSON.stringify((found ?? []).slice(0, 100).map(({ path, message }) => (
    { path: String(path ?? ""), message: String(message ?? "").slice(0, 500) }))));
  if (reply?.valid === true && run.status === 0) return ["passed", issues(reply.warnings)];
  if (reply?.valid === false && run.status > 0) {
    return ["rejected", issues(reply.issues?.length ? reply.issues : [{ path: "<root>", ...reply.error }])];
  }
  return ["failed", field(run.told)];
}`;

/**
 * `validate FOLDER…` prints a record, and ends the script when OpenClaw rejects the file. It reads a copy beside the
 * real file, so that `$include` finds what it names, and that nothing it may do changes the file that was checked.
 */
export const validate = sh`
${openclawCli(report)}
validate() {
  copy=$target.push-$suffix-check.$$
  reader=$(stat -c %u:%g "$state" 2>/dev/null || stat -c %u:%g "$folder")
  verdict=
  if cp "$staging" "$copy" 2>/dev/null; then
    chown "$reader" "$copy" 2>/dev/null
    set -- "$(package_folder "$@")" ${firstVersion} "$seconds" "$state" "$copy"
    verdict=$(openclaw_cli "$@" config validate --json 2>/dev/null)
  fi
  rm -f "$copy"*
  printf '%s\n' "\${verdict:-$(printf 'failed\t')}"
  case $verdict in rejected*) exit;; esac
}
`;

/** The kinds of the record that `validate` prints. */
const verdicts: ReadonlySet<string> = new Set(['passed', 'rejected', 'absent', 'older', 'late', 'failed']);

export function isVerdict(record: ScriptRecord): boolean {
  return verdicts.has(record.kind);
}

/** @throws Failure `badOutput` when the record is not one that `validate` prints. */
export function parseVerdict(record: ScriptRecord): Verdict {
  switch (record.kind) {
    case 'passed':
      return { kind: 'passed', warnings: parseIssues(record.decoded(0)) };
    case 'rejected':
      return { kind: 'rejected', issues: parseIssues(record.decoded(0)) };
    case 'absent':
      return skipped('noOpenClaw');
    case 'older':
      return skipped('tooOld', record.decoded(0));
    case 'late':
      return skipped('late');
    default:
      return parseFailed(record.decoded(0).trim());
  }
}

function parseFailed(words: string): Validation {
  return /unknown command|too many arguments/i.test(words) ? skipped('tooOld') : skipped('failed', words);
}

function parseIssues(json: string): ConfigIssue[] {
  const found: unknown = JSON.parse(json);
  if (!Array.isArray(found)) throw unexpected(json);
  return found.map(({ path, message }: Record<string, unknown>) => ({
    path: String(path),
    message: String(message),
  }));
}

/** @param detail The version, or the words in which the command failed. */
export function skipped(reason: SkipReason, detail = ''): Validation {
  return { kind: 'skipped', reason, message: skipText(reason, detail) };
}

function skipText(reason: SkipReason, detail: string): string {
  switch (reason) {
    case 'off':
      return l10n.t('The machine was not asked whether it accepts the configuration.');
    case 'unchanged':
      return l10n.t('The machine has this configuration already.');
    case 'noOpenClaw':
      return l10n.t('No OpenClaw was found on the machine that could check the configuration.');
    case 'tooOld':
      return l10n
        .t('OpenClaw {0} on the machine cannot check a configuration before it is in place.', detail)
        .replace(/ {2,}/, ' ');
    case 'late':
      return l10n.t('OpenClaw on the machine took too long to check the configuration.');
    case 'failed':
      return l10n.t('OpenClaw on the machine could not check the configuration. {0}', detail).trim();
    case 'lost':
      return l10n.t('The connection ended before the machine told what it thinks of the configuration.');
  }
}
