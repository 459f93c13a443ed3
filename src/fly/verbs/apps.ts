import type { Verb } from '../flyctl.ts';
import { apps, machines, status as statusOutput } from '../generated/validators.mjs';
import type { App, AppStatus } from '../model.ts';
import { checked, readJson, time } from '../parse.ts';
import { queryMs } from './deadlines.ts';
import { toMachine } from './machines.ts';

/** An app as `apps list` and `status` print it. */
interface PrintedApp {
  readonly Name: string;
  readonly Status?: string | null;
  readonly Hostname?: string | null;
  readonly Organization?: { readonly Slug?: string | null } | null;
  readonly CurrentRelease?: { readonly CreatedAt?: string | null; readonly Status?: string | null } | null;
}

/** All apps that the account or token may list. A token for a single app may not (simonw/datasette-publish-fly#34). */
export function listApps(): Verb<readonly App[]> {
  return {
    args: ['apps', 'list', '--json'],
    kind: 'read',
    deadlineMs: queryMs,
    parse: (output) => (readJson(output, apps) ?? []).map(toApp),
  };
}

/** The app and its current machines; works with a token for this app alone. */
export function status(app: string): Verb<AppStatus> {
  return {
    args: ['status', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) => {
      const printed = readJson(output, statusOutput);
      const found = checked(printed.Machines ?? [], machines) ?? [];
      return { ...toApp(printed), machines: found.map((machine) => toMachine(machine, app)) };
    },
  };
}

function toApp({ Name, Status, Hostname, Organization, CurrentRelease }: PrintedApp): App {
  return {
    name: Name,
    organization: Organization?.Slug ?? '',
    status: Status ?? '',
    hostname: Hostname ?? '',
    ...(CurrentRelease && {
      currentRelease: { createdAt: time(CurrentRelease.CreatedAt), status: CurrentRelease.Status ?? '' },
    }),
  };
}
