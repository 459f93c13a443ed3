import * as l10n from '@vscode/l10n';
import { parseDuration } from '../quantities.ts';
import { byteSizes, durations, inAgents, texts, type Refusal } from './refusal.ts';

const maintenance = (...keys: readonly string[]) => keys.map((key) => `session.maintenance.${key}`);
const heartbeats = (pattern: string) => inAgents(`heartbeat.${pattern}`);
const shortestSuspension = 60_000;

/** Durations, sizes and times of day. The schema knows them as any text. */
export const scheduleRefusals: readonly Refusal[] = [
  durations(
    maintenance('pruneAfter', 'preserveRecent', 'resetArchiveRetention'),
    'd',
    (milliseconds) => milliseconds > 0,
  ),
  {
    code: 'invalid-value',
    at: maintenance('archiveDashboardAfter'),
    check: (place, config) =>
      place.value === 0
        ? undefined
        : durations([], 'd', (milliseconds) => milliseconds > 0).check(place, config),
  },
  durations(['cron.sessionRetention'], 'h'),
  texts(
    heartbeats('every'),
    (every) => every === '' || parseDuration(every, 'm') !== undefined,
    () => l10n.t('This is not a duration. Write it like 30s, 5m, 1h30m or 7d.'),
  ),
  texts(heartbeats('activeHours.start'), (time) => time === '' || isTime(time), notTime),
  texts(heartbeats('activeHours.end'), (time) => time === '' || time === '24:00' || isTime(time), notTime),
  texts(
    ['cloudWorkers.profiles.*.suspendAfter'],
    (text) => /(ms|[smhd])$/i.test(text) && (parseDuration(text) ?? 0) >= shortestSuspension,
    () => l10n.t('The duration needs a unit and must be at least 1m.'),
  ),
  byteSizes(maintenance('maxDiskBytes', 'highWaterBytes')),
  byteSizes([
    'agents.defaults.compaction.memoryFlush.forceFlushTranscriptBytes',
    'agents.defaults.compaction.maxActiveTranscriptBytes',
  ]),
];

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function notTime(): string {
  return l10n.t('This is not a time of day. Write it like 09:00; only an end can be 24:00.');
}
