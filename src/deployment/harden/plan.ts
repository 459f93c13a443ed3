import * as l10n from '@vscode/l10n';
import type { Verb } from '../../fly/flyctl.ts';
import type { Address } from '../../fly/model.ts';
import { allocateAddress, releaseAddress } from '../../fly/verbs/ips.ts';
import { configOf, originsStep } from './config.ts';
import type { Standing, TomlSource } from './standing.ts';
import { tomlSteps } from './toml.ts';
import { type Warning, warningsOf } from './warnings.ts';

interface StepText {
  readonly id: string;
  /** What is done, e.g. `Release 203.0.113.24`. */
  readonly title: string;
  /** What that means for the user. */
  readonly effect: string;
  /** Whether it is ticked from the start. */
  readonly picked: boolean;
  /** The step without which this one cannot be done. */
  readonly needs?: string;
}

/** A flyctl command. */
export type CommandStep = StepText & { readonly kind: 'command'; readonly verb: Verb<unknown> };

/** A file of the workspace that is written. */
export type FileStep = StepText & {
  readonly kind: 'file';
  readonly folder: string;
  readonly file: string;
  /** What the file holds; nothing when there is no such file yet. */
  readonly before?: string;
  /** What it is made from. */
  readonly source: Pick<TomlSource, 'file' | 'text'>;
  readonly after: string;
};

/** A change of the gateway's configuration. */
export type ConfigStep = StepText & {
  readonly kind: 'config';
  readonly machine: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
};

/** Something that a plan does. What comes earlier in a plan is done earlier. */
export type Step = CommandStep | FileStep | ConfigStep;

/** What changes who reaches an app, for the user to choose from. */
export interface ExposurePlan {
  readonly app: string;
  readonly aim: 'private' | 'public';
  readonly steps: readonly Step[];
  readonly warnings: readonly Warning[];
}

/**
 * How an app becomes private as OpenClaw's guide has it: no public address, one of Fly's private network, and a fly.toml
 * without services, because a deploy of one with services asks for public addresses again (superfly/flyctl#2084).
 */
export function planPrivate(standing: Standing): ExposurePlan {
  const { write, deploy } = tomlSteps(standing);
  const config = configOf(standing);
  const steps = [
    originsStep(standing, config, localOrigins(standing)),
    write,
    ...publicAddresses(standing.addresses).map((address) => releaseStep(standing, address)),
    allocatePrivate(standing),
    deploy,
  ];
  return {
    app: standing.app,
    aim: 'private',
    steps: steps.filter((step) => step !== undefined),
    warnings: warningsOf(standing, config),
  };
}

/** The steps that were chosen, with those that they need, in the order of the plan. */
export function chosenSteps(plan: ExposurePlan, ids: ReadonlySet<string>): readonly Step[] {
  const needed = plan.steps.flatMap(({ id, needs }) => (ids.has(id) && needs !== undefined ? [needs] : []));
  return plan.steps.filter(({ id }) => ids.has(id) || needed.includes(id));
}

export function publicAddresses(addresses: readonly Address[]): readonly Address[] {
  return addresses.filter((address) => address.public);
}

/** Where a browser on the user's computer finds the Control UI through `flyctl proxy`. */
export function localOrigins({ port }: Pick<Standing, 'port'>): readonly string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

function releaseStep({ app }: Standing, { address, type }: Address): CommandStep {
  return {
    kind: 'command',
    id: `release:${address}`,
    title: l10n.t('Release {0}', address),
    effect:
      type === 'shared_v4'
        ? l10n.t('The internet does not reach the app there any more.')
        : l10n.t(
            'The internet does not reach the app there any more. Fly gives another address when you ask again.',
          ),
    picked: true,
    verb: releaseAddress(app, address),
  };
}

function allocatePrivate({ app, addresses }: Standing): CommandStep | undefined {
  if (addresses.some(({ type }) => type === 'private_v6')) return undefined;
  return {
    kind: 'command',
    id: 'allocate:private_v6',
    title: l10n.t('Allocate a private IPv6 address'),
    effect: l10n.t('Only the private network of your organization reaches it. It costs nothing.'),
    picked: true,
    verb: allocateAddress(app, 'private_v6'),
  };
}
