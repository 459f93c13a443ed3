import type { Verb } from '../flyctl.ts';
import { releases } from '../generated/validators.mjs';
import type { Release } from '../model.ts';
import { readJson, time } from '../parse.ts';
import { queryMs } from './deadlines.ts';

/** The app's last releases, newest first; flyctl shows 25 at most. */
export function listReleases(app: string): Verb<readonly Release[]> {
  return {
    args: ['releases', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, releases) ?? []).map((release) => ({
        version: release.Version,
        status: release.Status ?? '',
        description: release.Description ?? '',
        user: release.User?.Email || (release.User?.Name ?? ''),
        createdAt: time(release.CreatedAt),
        image: release.ImageRef ?? '',
        inProgress: release.InProgress ?? false,
      })),
  };
}
