import { missingAppOrigin, missingVariable, stagedSecret } from './deployment.ts';
import { dangerousSwitch, missingMode, missingOrigins, openGateway } from './exposure.ts';
import {
  missingCredential,
  unknownAccount,
  unknownAgent,
  unknownProfile,
  unknownProvider,
} from './references.ts';
import { refused } from './refused.ts';
import type { Rule } from './rule.ts';
import { literalSecret, redactedSecret } from './secrets.ts';
import { duplicateKey, includeValue, json5Syntax } from './syntax.ts';

/** Everything that is looked for beside the schema. Rules about the deployment say nothing when it is not known. */
export const rules: readonly Rule[] = [
  dangerousSwitch,
  duplicateKey,
  includeValue,
  json5Syntax,
  literalSecret,
  missingAppOrigin,
  missingCredential,
  missingMode,
  missingOrigins,
  missingVariable,
  openGateway,
  redactedSecret,
  refused,
  stagedSecret,
  unknownAccount,
  unknownAgent,
  unknownProfile,
  unknownProvider,
];
