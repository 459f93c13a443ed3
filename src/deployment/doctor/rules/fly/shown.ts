import * as l10n from '@vscode/l10n';
import type { Range } from '../../../../core/text.ts';
import type { Machine } from '../../../../fly/model.ts';
import type { TomlPath, TomlValue } from '../../../../fly/toml/fly-toml.ts';
import { type MachineChange, updateMachine } from '../../../../fly/verbs/machine-update.ts';
import type { Evidence, Finding, Fix } from '../../finding.ts';
import type { TomlFile } from '../../snapshot.ts';
import { lineWithOption, maskLine, replaceableCommand, wordsWithOption } from './command.ts';
import type { Plan } from './subject.ts';

/** The guide that deployments are made by. */
export const guide = 'https://docs.openclaw.ai/install/fly';

/** The line of fly.toml where the path is, with its number; what is missing is shown as such. */
export function tomlEvidence({ label, toml }: TomlFile, path: TomlPath): Evidence {
  const range = toml.rangeOf(path);
  if (!range) return { text: l10n.t('{0} is not set', path.join('.')), source: label };
  const line = toml.text.split(/\r?\n/)[range.start.line] ?? '';
  return { text: `${range.start.line + 1}: ${maskLine(line.trim())}`, source: label };
}

export function machineEvidence({ id }: Pick<Machine, 'id'>, text: string): Evidence {
  return { text, source: l10n.t('machine {0}', id) };
}

/** Where the value is, else the table that it belongs into, else the beginning of the file. */
export function placeIn({ toml }: TomlFile, path: TomlPath): NonNullable<Finding['place']> {
  const start = { line: 0, character: 0 };
  let range: Range | undefined;
  for (let depth = path.length; depth > 0 && !range; depth--) range = toml.rangeOf(path.slice(0, depth));
  return { file: 'fly.toml', range: range ?? { start, end: start } };
}

/** The fix that sets a value in fly.toml; none where it cannot be set. */
export function tomlFix(title: string, { toml }: TomlFile, path: TomlPath, value: TomlValue): readonly Fix[] {
  const edits = toml.set(path, value);
  return edits.length === 0 ? [] : [{ kind: 'editToml', title, edits }];
}

/** The fix that sets an option of the command in fly.toml. */
export function tomlOptionFix(title: string, plan: Plan, option: string, value?: string): readonly Fix[] {
  const { toml } = plan.file;
  const { path } = plan.command;
  const line = toml.valueAt(path);
  return typeof line === 'string' ? tomlFix(title, plan.file, path, lineWithOption(line, option, value)) : [];
}

/** The fix that changes the machine at once. */
export function machineFix(title: string, { app, id }: Machine, change: MachineChange): readonly Fix[] {
  return [
    {
      kind: 'flyctl',
      title,
      verbs: [updateMachine(app, id, change)],
      consequence: l10n.t(
        'The machine restarts: channels are away for a minute. The next deploy undoes it unless fly.toml says the same.',
      ),
      awaitsGateway: true,
    },
  ];
}

/** The fix that sets an option of the machine's command at once; none where something else decides its command. */
export function machineOptionFix(
  title: string,
  machine: Machine,
  option: string,
  value?: string,
): readonly Fix[] {
  const words = replaceableCommand(machine);
  return words ? machineFix(title, machine, { command: wordsWithOption(words, option, value) }) : [];
}
