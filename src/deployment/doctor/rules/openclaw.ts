import type { Rule } from '../rule.ts';
import { missingToken, openGateway, proxyAndToken, stagedToken } from './openclaw/access.ts';
import { channelToken } from './openclaw/channels.ts';
import { configMisplaced, configMissing, configUnreadable } from './openclaw/config-file.ts';
import {
  configErrors,
  configInvalid,
  configWarnings,
  dangerousSwitches,
  legacyKeys,
  literalSecrets,
  openOrigins,
  redactedSecrets,
} from './openclaw/config-findings.ts';
import { gatewayDegraded, gatewayDown, gatewayStarting, unfinishedRescue } from './openclaw/health.ts';
import { heldLocks, otherLocks, ownerLease, staleLocks } from './openclaw/locks.ts';
import { logRules } from './openclaw/log-troubles.ts';
import { modeMissing } from './openclaw/mode.ts';
import { missingOrigins } from './openclaw/origins.ts';
import { foreignFiles, foreignStateDir } from './openclaw/ownership.ts';
import { sampleSecrets } from './openclaw/placeholders.ts';
import { missingCredentials, missingVariables, stagedVariables } from './openclaw/variables.ts';
import { downgrade, oldVersion, unknownVersion } from './openclaw/version.ts';

/** What causes something comes before what follows from it. */
export const openclawRules: readonly Rule[] = [
  unfinishedRescue,
  configMissing,
  configMisplaced,
  configUnreadable,
  configInvalid,
  modeMissing,
  legacyKeys,
  configErrors,
  foreignStateDir,
  foreignFiles,
  staleLocks,
  heldLocks,
  ownerLease,
  missingToken,
  stagedToken,
  proxyAndToken,
  openGateway,
  gatewayDown,
  gatewayStarting,
  gatewayDegraded,
  redactedSecrets,
  sampleSecrets,
  channelToken,
  missingVariables,
  stagedVariables,
  missingCredentials,
  missingOrigins,
  openOrigins,
  dangerousSwitches,
  configWarnings,
  literalSecrets,
  otherLocks,
  downgrade,
  ...logRules,
  oldVersion,
  unknownVersion,
];
