import type { Diagnosis } from '../../../../../../src/deployment/doctor/examine.ts';
import type { Snapshot } from '../../../../../../src/deployment/doctor/snapshot.ts';
import { apply } from '../../../../fly/toml/apply.ts';
import { found, marked } from '../../openclaw-snapshots.ts';

/** What a user sees of what a rule finds. */
export interface Shown {
  readonly severity: string;
  /** `source: text` */
  readonly evidence: readonly string[];
  /** The words of fly.toml that are marked. */
  readonly marks?: string;
  /** The title, and what the fix does: the lines that it leaves in fly.toml, or the commands that it runs. */
  readonly fixes: readonly string[];
}

export function shown(code: string, of: Snapshot): readonly Shown[] {
  const text = of.tomlFile?.toml.text ?? '';
  return found(code, of).map((diagnosis) => {
    const words = diagnosis.place && marked(text, diagnosis);
    return {
      severity: diagnosis.severity,
      evidence: diagnosis.evidence.map(({ source, text: seen }) => `${source}: ${seen}`),
      ...(words !== undefined && { marks: words }),
      fixes: diagnosis.fixes.map((fix) => `${fix.title}: ${effect(fix, text)}`),
    };
  });
}

function effect(fix: Diagnosis['fixes'][number], text: string): string {
  switch (fix.kind) {
    case 'editToml':
      return changedLines(text, apply(text, fix.edits));
    case 'flyctl':
      return fix.verbs.map(({ args }) => args.join(' ')).join('; ');
    case 'command':
      return [fix.command, fix.secret].filter((word) => word !== undefined).join(' ');
    case 'link':
      return fix.url;
    case 'editConfig':
    case 'changeOwner':
      return fix.kind;
  }
}

function changedLines(before: string, after: string): string {
  const old = new Set(before.split('\n'));
  const changed = after.split('\n').filter((line) => !old.has(line));
  return changed.map((line) => line.trim()).join(' | ');
}
