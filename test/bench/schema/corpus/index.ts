import type { SchemaNode } from '../../../../src/gateway/schema/schemaNode.ts';
import { agentSamples } from './agents.ts';
import { automationSamples } from './automation.ts';
import { channelSamples } from './channels.ts';
import { documentationSamples } from './documentation.ts';
import { gatewaySamples } from './gateway.ts';
import { Guide } from './guide.ts';
import { modelAndToolSamples } from './models.ts';
import { mutationSamples } from './mutations.ts';
import type { Sample } from './sample.ts';
import { sectionSamples } from './sections.ts';
import { syntaxSamples } from './syntax.ts';

const mutations = 200;

/** The documentation has over a thousand configurations, and each takes OpenClaw 2 s. */
const everyDocumented = 9;

/**
 * The configurations that are compared: written by hand, of OpenClaw's documentation, and mutated. Always the same ones for
 * the same OpenClaw.
 *
 * @param schema Guides the mutations.
 */
export function corpus(schema: SchemaNode): readonly Sample[] {
  const guide = new Guide(schema);
  const byHand = [
    ...channelSamples(),
    ...sectionSamples(),
    ...agentSamples(),
    ...gatewaySamples(),
    ...modelAndToolSamples(),
    ...automationSamples(),
    ...syntaxSamples(),
  ];
  const valid = byHand.filter(({ expected, files }) => expected === 'valid' && !files);
  return [
    ...byHand,
    ...documentationSamples(guide.sections, everyDocumented),
    ...mutationSamples(valid, guide, mutations),
  ];
}
