import * as l10n from '@vscode/l10n';
import type { Evidence, Fix } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { dataOf } from '../../snapshot.ts';
import { machineEvidence, machineFix, tomlEvidence } from './shown.ts';
import { liveMachine, planOf } from './subject.ts';

const legacy = /^(?:CLAWDBOT|MOLTBOT)_(?=\w)/;

/** Variables of OpenClaw's earlier names, which it no longer reads. */
export const legacyVariables: Rule = {
  code: 'legacy-variables',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const inToml = Object.keys(plan?.env ?? {}).filter((name) => legacy.test(name));
    const live = Object.keys(machine?.env ?? {}).filter((name) => legacy.test(name));
    const secrets = (dataOf(snapshot.secrets) ?? [])
      .map(({ name }) => name)
      .filter((name) => legacy.test(name));
    if (inToml.length + live.length + secrets.length === 0) return [];
    const [first] = inToml;
    const range = first === undefined ? undefined : plan?.file.toml.rangeOfKey(['env', first]);
    const evidence: readonly Evidence[] = [
      ...(plan ? inToml.map((name) => tomlEvidence(plan.file, ['env', name])) : []),
      ...(machine ? live.map((name) => machineEvidence(machine, name)) : []),
      ...secrets.map((name) => ({ text: name, source: l10n.t('secrets of the app') })),
    ];
    const unset = live.filter((name) => machine?.env[current(name)] === undefined);
    const renamed = Object.fromEntries(unset.map((name) => [current(name), machine?.env[name] ?? '']));
    const isOpen = unset.every((name) => !/TOKEN|SECRET|PASSWORD|KEY/.test(name));
    const fixes: readonly Fix[] = [
      ...(machine && unset.length > 0 && isOpen
        ? machineFix(l10n.t('Set {0}', Object.keys(renamed).join(', ')), machine, { env: renamed })
        : []),
      ...inToml.flatMap((name): readonly Fix[] => {
        const edits = plan?.file.toml.rename(['env', name], current(name)) ?? [];
        return edits.length === 0
          ? []
          : [{ kind: 'editToml', title: l10n.t('Rename it to {0}', current(name)), edits }];
      }),
      ...secrets.map((name): Fix => {
        const secret = current(name);
        return {
          kind: 'command',
          title: l10n.t('Set the secret {0}…', secret),
          command: 'setSecret',
          secret,
        };
      }),
    ];
    return [
      {
        severity: 'warning',
        title: l10n.t('Variables of an earlier name of OpenClaw are set'),
        explanation: l10n.t(
          'OpenClaw reads only names that begin with OPENCLAW_, so these do nothing any more.',
        ),
        evidence,
        ...(range && { place: { file: 'fly.toml', range } }),
        fixes,
        link: 'https://docs.openclaw.ai/help/environment',
      },
    ];
  },
};

function current(name: string): string {
  return name.replace(legacy, 'OPENCLAW_');
}
