import * as vscode from 'vscode';
import { configOf } from '../../deployment/harden/config.ts';
import { planPublic } from '../../deployment/harden/make-public.ts';
import { type ExposurePlan, planPrivate, type Step } from '../../deployment/harden/plan.ts';
import { commandOf, planText, type Progress } from '../../deployment/harden/plan-text.ts';
import { readStanding } from '../../deployment/harden/read.ts';
import { PlanRun } from '../../deployment/harden/run.ts';
import type { Standing } from '../../deployment/harden/standing.ts';
import { webhooksText } from '../../deployment/harden/tunnels.ts';
import { webhooksOf } from '../../deployment/harden/webhooks.ts';
import type { Services } from '../common/services.ts';
import { Documents } from './documents.ts';
import { handsFor } from './hands.ts';
import { agreedToFiles, chooseSteps, confirmed } from './questions.ts';
import { readTomls } from './toml-sources.ts';
import { settle, tellNothingToDo } from './verdict.ts';

/** Makes apps private and public again: the plan is shown, chosen from, confirmed, run and verified. */
export class Exposure implements vscode.Disposable {
  readonly #services: Services;
  readonly #documents = new Documents();

  constructor(services: Services) {
    this.#services = services;
  }

  /** Harden to Private. */
  async harden(app: string): Promise<void> {
    const standing = await this.#look(app);
    if (standing) await this.#follow(planPrivate(standing));
  }

  /** Make Public Again. */
  async makePublic(app: string): Promise<void> {
    const standing = await this.#look(app);
    if (standing) await this.#follow(planPublic(standing));
  }

  /** How webhooks arrive at an app that the internet does not reach. */
  async explainWebhooks(app: string): Promise<void> {
    const standing = await this.#look(app);
    if (!standing) return;
    const text = webhooksText({ app, port: standing.port, webhooks: webhooksOf(configOf(standing)) });
    await this.#documents.show(vscode.l10n.t('Webhooks of {0}', app), text);
  }

  dispose(): void {
    this.#documents.dispose();
  }

  async #look(app: string): Promise<Standing | undefined> {
    const tomls = await readTomls(app);
    const title = vscode.l10n.t('Looking at who reaches {0}', app);
    const result = await this.#services.actions.run({ title }, ({ signal }) =>
      readStanding(this.#services, { app, tomls }, { signal }),
    );
    return result.status === 'ok' ? result.value : undefined;
  }

  async #follow(plan: ExposurePlan): Promise<void> {
    if (plan.steps.length === 0) return tellNothingToDo(this.#services, plan);
    await this.#documents.show(titleOf(plan), planText(plan));
    const steps = await chooseSteps(plan);
    if (steps.length === 0 || !(await agreedToFiles(this.#documents, steps))) return;
    if (await confirmed(plan, steps)) await this.#perform(plan, steps);
  }

  /** Try Again, and Go On after a cancellation, go on with the step that was not done. */
  async #perform(plan: ExposurePlan, steps: readonly Step[]): Promise<void> {
    const { app } = plan;
    const run = new PlanRun(handsFor(this.#services, app), steps);
    const options = {
      title: titleOf(plan),
      commands: steps.map(commandOf).filter((command) => command !== undefined),
      soFar: () => soFar(run),
    };
    const goOn = vscode.l10n.t('Go On');
    let choice: string | undefined = goOn;
    while (choice === goOn) {
      const result = await this.#services.actions.run(options, async ({ signal, report }) => {
        try {
          await run.go({ signal, begins: ({ title }) => report(title) });
        } finally {
          this.#documents.update(titleOf(plan), planText(plan, run));
          for (const part of ['addresses', 'machines'] as const) void this.#services.store.load(app, part);
        }
        await settle(this.#services, plan, signal);
      });
      if (result.status !== 'cancelled') return;
      choice = await vscode.window.showInformationMessage(
        vscode.l10n.t('{0} was stopped. {1}', app, soFar(run)),
        goOn,
      );
    }
  }
}

function titleOf({ app, aim }: ExposurePlan): string {
  return aim === 'private'
    ? vscode.l10n.t('Make {0} private', app)
    : vscode.l10n.t('Make {0} public again', app);
}

function soFar({ done, left }: Progress): string {
  const names = (steps: readonly Step[]): string => steps.map(({ title }) => title).join(', ');
  if (left.length === 0) return vscode.l10n.t('Every step is done.');
  return done.length === 0
    ? vscode.l10n.t('Nothing was done yet. Left: {0}.', names(left))
    : vscode.l10n.t('Done: {0}. Left: {1}.', names(done), names(left));
}
