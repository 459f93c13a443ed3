import * as l10n from '@vscode/l10n';
import type { Trouble } from './trouble.ts';

/** What the machine lacks: words of V8, of Node.js, of the kernel and of Fly’s init. */
export const machineTroubles: readonly Trouble[] = [
  {
    id: 'heap-exhausted',
    pattern:
      /JavaScript heap out of memory|Reached heap limit|v8::internal::Runtime_AllocateInYoungGeneration|SIGABRT|exited normally with code: 134\b/,
    speaker: 'gateway',
    severity: 'error',
    title: () => l10n.t('Node.js ran out of heap and ended the gateway'),
    explanation: () => l10n.t('The gateway needed more memory than --max-old-space-size lets it have.'),
    help: () => l10n.t('Give the machine 2048 MB, and set --max-old-space-size to three quarters of it.'),
  },
  {
    id: 'out-of-memory',
    pattern: /Out of memory: Killed process|appears to have been OOM killed/,
    speaker: 'platform',
    severity: 'error',
    title: () => l10n.t('The machine ran out of memory and its system killed a process'),
    explanation: () => l10n.t('What was killed did not end in order, so that it may leave its lock behind.'),
    help: () => l10n.t('Give the machine 2048 MB.'),
  },
  {
    id: 'killed',
    pattern: /signal 'SIGKILL'|exited normally with code: 137\b/,
    speaker: 'platform',
    severity: 'warning',
    title: () => l10n.t('The gateway was killed'),
    explanation: () =>
      l10n.t('Its memory was not enough, or it did not stop within the machine’s kill_timeout.'),
    help: () => l10n.t('Look for “Out of memory” near this line; otherwise give it a longer kill_timeout.'),
  },
  {
    id: 'disk-full',
    pattern: /ENOSPC|[Nn]o space left on device|database or disk is full/,
    speaker: 'gateway',
    severity: 'error',
    title: () => l10n.t('The disk is full'),
    explanation: () => l10n.t('OpenClaw cannot write its state, and can lose what it was about to keep.'),
    help: () => l10n.t('Extend the volume, or remove what is not needed from it.'),
  },
  {
    id: 'not-permitted',
    pattern: /EACCES: permission denied/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway may not read or write one of its files'),
    explanation: () =>
      l10n.t('Something below its state directory belongs to another user, most often to root.'),
    help: () => l10n.t('Give the file to the user that the gateway runs as.'),
  },
  {
    id: 'node-too-old',
    pattern: /^Node \d[\d.]*: node:sqlite is unavailable/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('Node.js in the image is too old for OpenClaw'),
    explanation: () => l10n.t('This version of OpenClaw does not start with it.'),
    help: () => l10n.t('Build the image on the Node.js version that the line names, and deploy again.'),
  },
  {
    id: 'wrong-architecture',
    pattern: /[Ee]xec format error/,
    speaker: 'platform',
    severity: 'error',
    title: () => l10n.t('The image is for another kind of processor'),
    explanation: () => l10n.t('Fly’s machines are x86-64; an image that was built for ARM does not run.'),
    help: () => l10n.t('Build the image for linux/amd64, or with Fly’s remote builder, and deploy again.'),
  },
];
