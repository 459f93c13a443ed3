import { addressRefusals } from './addresses.ts';
import { agentRefusals } from './agents.ts';
import { bindingRefusals } from './bindings.ts';
import { gatewayRefusals } from './gateway.ts';
import { mcpRefusals } from './mcp.ts';
import { miscRefusals } from './misc.ts';
import { modelRefusals } from './models.ts';
import type { Refusal } from './refusal.ts';
import { sandboxRefusals, toolRefusals } from './sandbox.ts';
import { scheduleRefusals } from './schedule.ts';
import { secretRefusals } from './secrets.ts';

/** Everything that the gateway refuses though the schema allows it, except what depends on the plugins there are. */
export const refusals: readonly Refusal[] = [
  ...addressRefusals,
  ...agentRefusals,
  ...bindingRefusals,
  ...gatewayRefusals,
  ...mcpRefusals,
  ...miscRefusals,
  ...modelRefusals,
  ...sandboxRefusals,
  ...scheduleRefusals,
  ...secretRefusals,
  ...toolRefusals,
];
