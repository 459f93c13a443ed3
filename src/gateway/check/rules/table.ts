import { missingAppOrigin, missingVariable, stagedSecret } from './deployment.ts';
import { dangerousSwitch, missingMode, missingOrigins, openGateway } from './exposure.ts';
import { includeValue } from './includes.ts';
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
import { duplicateKey, json5Syntax, lostKey } from './syntax.ts';

/** Everything that is looked for beside the schema. Rules about the deployment say nothing when it is not known. */
export const rules: readonly Rule[] = [
  dangerousSwitch,
  duplicateKey,
  includeValue,
  json5Syntax,
  literalSecret,
  lostKey,
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
