import type { Step } from '../../../../src/deployment/harden/plan.ts';
import type { Standing } from '../../../../src/deployment/harden/standing.ts';
import { typedCommand } from '../../../../src/fly/command.ts';
import type { Address } from '../../../../src/fly/model.ts';
import { guideConfig, textOf } from '../doctor/openclaw-snapshots.ts';
import { guideMachine, standardToml } from '../doctor/snapshots.ts';

export const app = 'my-openclaw';

export function address(type: string, value: string): Address {
  return { address: value, type, region: 'global', public: !type.startsWith('private') };
}

export const v6 = address('v6', '2001:db8::18');
export const shared = address('shared_v4', '66.241.124.1');
export const closed = address('private_v6', 'fdaa:0:1::2');

/** What a fly.toml of this text is in the workspace. */
export function toml(text: string, file = 'fly.toml'): Standing['tomls'][number] {
  return { folder: '/w', file, text };
}

export function config(value: unknown): Pick<Standing, 'config'> {
  return { config: { path: '/data/openclaw.json', text: textOf(value) } };
}

/** The guide's deployment as it is in public, and what is different. */
export function standing(changes: Partial<Standing> = {}): Standing {
  const machine = changes.machine ?? guideMachine();
  return {
    app,
    addresses: [v6, shared],
    certificates: [],
    secrets: [{ name: 'OPENCLAW_GATEWAY_TOKEN', digest: '1', status: 'Deployed' }],
    machines: [machine],
    machine,
    image: 'registry.fly.io/my-openclaw:deployment-1',
    ...config(guideConfig),
    port: 3000,
    tomls: [toml(standardToml)],
    ...changes,
  };
}

/** What a step runs, or which file it changes. */
export function lineOf(step: Step): string {
  switch (step.kind) {
    case 'command':
      return typedCommand(step.verb.args);
    case 'file':
      return `write ${step.file}`;
    case 'config':
      return `push ${step.path}`;
  }
}

/** The same without what could not be found out. */
export function lacking(key: 'config' | 'image'): Standing {
  const made = standing();
  Reflect.deleteProperty(made, key);
  return made;
}
