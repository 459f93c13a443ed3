import type { Rule } from '../rule.ts';
import { bindLoopback } from './fly/bind.ts';
import { driftCommand, driftEnv, driftMemory } from './fly/drift.ts';
import { publicAddresses } from './fly/exposure.ts';
import { heapLimit } from './fly/heap.ts';
import { autoStop, killTimeout, minMachines } from './fly/idle.ts';
import { armImage } from './fly/image.ts';
import { legacyVariables } from './fly/legacy-variables.ts';
import { notStarted, restartLimit, severalGateways, spareVolumes } from './fly/machines.ts';
import { memoryLow } from './fly/memory.ts';
import { portMismatch } from './fly/port.ts';
import { commandWithoutGateway, unconfiguredRefused } from './fly/start-command.ts';
import { startupCheck } from './fly/startup-check.ts';
import { noMount, stateDirOffVolume } from './fly/state.ts';
import { volumeFull, volumeMissing, volumeRegion } from './fly/volumes.ts';

/** About fly.toml, the machine as it is, and each against the other; what keeps a gateway down comes first. */
export const flyRules: readonly Rule[] = [
  restartLimit,
  notStarted,
  armImage,
  commandWithoutGateway,
  portMismatch,
  bindLoopback,
  memoryLow,
  heapLimit,
  noMount,
  volumeMissing,
  volumeFull,
  volumeRegion,
  stateDirOffVolume,
  severalGateways,
  publicAddresses,
  unconfiguredRefused,
  legacyVariables,
  autoStop,
  minMachines,
  startupCheck,
  driftCommand,
  driftMemory,
  driftEnv,
  spareVolumes,
  killTimeout,
];
