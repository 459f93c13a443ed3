import * as l10n from '@vscode/l10n';
import type { LineRow } from '../../fly/logs/session.ts';
import { matchTrouble } from '../../gateway/troubles/table.ts';
import type { LogChip } from '../../shared/logs.ts';
import { remedyOf } from './remedies.ts';

/** No trouble is told further into a line than this, in UTF-16 units; it keeps long lines from costing much. */
const longestLook = 4_096;

/** What a line means, when it is known. */
export function chipOf({ message }: Pick<LineRow, 'message'>): LogChip | undefined {
  const trouble = troubleIn(message);
  if (!trouble) return undefined;
  const { severity: tone, title, explanation, help } = trouble;
  const remedy = remedyOf(trouble.id);
  return {
    tone,
    title: title(),
    explanation: help ? l10n.t('{0} {1}', explanation(), help()) : explanation(),
    ...(remedy && { action: remedy.label() }),
  };
}

/** The trouble that a message tells of. Most of what a gateway says in several lines is told in the first. */
export function troubleIn(message: string): ReturnType<typeof matchTrouble> {
  return matchTrouble(message.slice(0, longestLook));
}
