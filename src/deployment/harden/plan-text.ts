import * as l10n from '@vscode/l10n';
import { typedCommand } from '../../fly/command.ts';
import { blocks, code, codeBlock, plain } from '../doctor/markdown.ts';
import type { ExposurePlan, Step } from './plan.ts';

/** How far a plan got. */
export interface Progress {
  readonly done: readonly Step[];
  /** Chosen, and not done yet. */
  readonly left: readonly Step[];
}

/** What the step runs, as it can be typed; nothing for what is not flyctl's. */
export function commandOf(step: Step): string | undefined {
  return step.kind === 'command' ? typedCommand(step.verb.args) : undefined;
}

/** The plan as Markdown. @param progress Once it is under way. */
export function planText(plan: ExposurePlan, progress?: Progress): string {
  const { app, aim, steps, warnings } = plan;
  return blocks(
    `# ${aim === 'private' ? l10n.t('Make {0} private', plain(app)) : l10n.t('Make {0} public', plain(app))}`,
    aim === 'private'
      ? l10n.t(
          'Nobody on the internet finds a private app. You reach it through flyctl proxy, WireGuard or SSH.',
        )
      : l10n.t('A public app is found by everybody, scanners among them.'),
    `## ${l10n.t('Steps')}`,
    l10n.t('They are done in this order. The first one that fails ends the run, and it can go on there.'),
    ...steps.map((step, index) => stepText(step, index + 1, progress)),
    ...(warnings.length > 0
      ? [`## ${l10n.t('What you should know')}`, warnings.map(({ text }) => `- ${plain(text)}`).join('\n')]
      : []),
    `## ${l10n.t('Afterwards')}`,
    aim === 'private' ? afterPrivate() : l10n.t('The addresses are read again, and what they are is told.'),
  );
}

function stepText(step: Step, number: number, progress: Progress | undefined): string {
  const command = commandOf(step);
  return blocks(
    `### ${number}. ${plain(step.title)}${markOf(step, progress)}`,
    plain(step.effect),
    command === undefined ? '' : codeBlock(command, 'sh'),
  );
}

function markOf(step: Step, progress: Progress | undefined): string {
  if (!progress) return '';
  if (progress.done.includes(step)) return ` — ✓ ${l10n.t('done')}`;
  return progress.left.includes(step) ? ` — ${l10n.t('not done')}` : ` — ${l10n.t('left out')}`;
}

function afterPrivate(): string {
  return [
    l10n.t('The addresses are read again: only private ones may be left.'),
    l10n.t('The Control UI opens through a proxy that the extension starts: “Open Control UI”.'),
    l10n.t(
      'If it does not open: Fly’s private network has IPv6 only, and a gateway with {0} listens on IPv4. SSH works in any case.',
      code('--bind lan'),
    ),
    l10n.t(
      '“Webhooks of a Private App” tells how webhooks still arrive, and “Make Public Again” is the way back.',
    ),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
