import { appFlags, json } from '../flags.ts';
import { goJson, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';

export const certificateCommands: readonly CommandSpec[] = [
  {
    path: 'certs list',
    flags: [...appFlags, json],
    args: [0, 0],
    run: async (context) => {
      const app = await context.app();
      const certificates = await context.call('graphql.certificates', { app: app.name });
      const rows = certificates.map(({ hostname, createdAt }) => [hostname, createdAt, 'Ready']);
      context.out(
        context.json
          ? goJson(
              certificates.map(({ hostname, createdAt }) => ({
                CreatedAt: createdAt,
                Hostname: hostname,
                ClientStatus: 'Ready',
              })),
            )
          : table('', ['Host Name', 'Added', 'Status'], rows),
      );
    },
  },
];
