import * as l10n from '@vscode/l10n';
import { blockedByLeaseMs } from '../../../../gateway/lease.ts';
import type { Evidence } from '../../finding.ts';
import { insideRule, momentOf } from './facts.ts';
import { clearLock, links, showLogs } from './fixes.ts';

/** Locks whose owner has ended. OpenClaw clears most of them by itself, and 2026.1 leaves one behind whenever it ends. */
export const staleLocks = insideRule('lock-stale', ({ locks, health }) => {
  const stale = locks.locks.filter(({ verdict }) => verdict === 'stale');
  if (stale.length === 0) return [];
  const isReady = health.state === 'ready';
  return [
    {
      severity: isReady ? 'info' : health.state === 'down' ? 'error' : 'warning',
      title: l10n.t('A gateway that has ended left its lock behind'),
      explanation: isReady
        ? l10n.t('The gateway runs in spite of it.')
        : l10n.t('It can keep the gateway from starting. Clear it, then the machine restarts.'),
      evidence: stale.map(evidenceOf),
      fixes: [clearLock()],
      link: links.locks,
    },
  ];
});

/** Locks that something else than a gateway holds, or that nobody can judge, while no gateway runs. */
export const heldLocks = insideRule('lock-held', ({ locks, health }) => {
  if (health.state !== 'down') return [];
  const held = locks.locks.filter(({ verdict }) => verdict !== 'stale');
  if (held.length === 0) return [];
  return [
    {
      severity: 'error',
      title: l10n.t('Something holds the gateway’s lock, and no gateway runs'),
      explanation: l10n.t(
        'While it does, a gateway does not start. Wait until it has ended; what is not stale is only cleared after you confirm it.',
      ),
      evidence: held.map(evidenceOf),
      fixes: [clearLock(), showLogs()],
      link: links.locks,
    },
  ];
});

/** Locks of other parts of OpenClaw whose owner has ended. */
export const otherLocks = insideRule('lock-other', ({ locks, health }) => {
  const stale = locks.others.filter(({ verdict }) => verdict === 'stale');
  if (stale.length === 0) return [];
  const delays = health.state !== 'ready' && stale.some(({ kind }) => kind === 'plugins');
  return [
    {
      severity: delays ? 'warning' : 'info',
      title: l10n.t('Other parts of OpenClaw left locks behind'),
      explanation: delays
        ? l10n.t('The gateway waits up to five minutes for each such lock of a plugin when it starts.')
        : l10n.t('A conversation or a file can wait for them; OpenClaw clears them after a while.'),
      evidence: stale.slice(0, 5).map(evidenceOf),
      fixes: [],
      link: links.locks,
    },
  ];
});

/** The owner lease of 2026.9.5 and later, which a replaced machine leaves behind for five minutes. */
export const ownerLease = insideRule('owner-lease', ({ lease, locks, health }) => {
  if (!lease || health.state === 'ready' || health.state === 'starting') return [];
  const leftMs = blockedByLeaseMs(lease, locks.facts);
  if (leftMs <= 0) return [];
  return [
    {
      severity: 'error',
      title: l10n.t('The lease of another gateway keeps this one from starting'),
      explanation: l10n.t(
        'It ends in {0} seconds, and nothing can be deleted to end it sooner. Wait, then restart the machine.',
        Math.ceil(leftMs / 1000),
      ),
      evidence: [
        {
          text: l10n.t(
            'host {0}, process {1}, until {2}',
            lease.hostname,
            lease.pid,
            momentOf(lease.expiresAtMs),
          ),
          source: l10n.t('database of OpenClaw'),
        },
      ],
      fixes: [{ ...clearLock(), title: l10n.t('Wait for the lease, then restart') }],
      link: links.locks,
    },
  ];
});

function evidenceOf({ path, reason }: { readonly path: string; readonly reason: string }): Evidence {
  return { text: `${path}: ${reason}`, source: l10n.t('locks of the machine') };
}
