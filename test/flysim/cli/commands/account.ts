import { callCloud } from '../../call.ts';
import { delay } from '../context.ts';
import { FlyError } from '../failure.ts';
import { bool, json, text } from '../flags.ts';
import { goJson, goJsonLine, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';

const VERSION = '0.4.87';
const COMMIT = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
const BUILD_DATE = '2026-08-18T15:04:05Z';
/** Shown as the session's token; it opens nothing. */
const TOKEN = 'fm2_simulated';

export const accountCommands: readonly CommandSpec[] = [
  {
    path: 'version',
    flags: [json, bool('saveinstall', 's')],
    args: [0, 0],
    local: true,
    run: async (context) => {
      const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
      if (!context.json) {
        context.out(
          `flyctl v${VERSION} ${process.platform}/${architecture} Commit: ${COMMIT} BuildDate: ${BUILD_DATE}\n`,
        );
        return;
      }
      context.out(
        goJsonLine({
          Name: 'flyctl',
          Version: VERSION,
          Commit: COMMIT,
          BranchName: '',
          BuildDate: BUILD_DATE,
          OS: process.platform,
          Architecture: architecture,
          Environment: 'production',
        }),
      );
    },
  },
  {
    path: 'auth whoami',
    flags: [json],
    args: [0, 0],
    run: async (context) => {
      const { email } = await context.call('graphql.viewer', {}, 'failed retrieving current user');
      context.out(context.json ? goJson({ email }) : `${email}\n`);
    },
  },
  {
    path: 'auth token',
    flags: [json, bool('quiet', 'q')],
    args: [0, 0],
    run: async (context) => {
      if (!context.json && !context.bool('quiet')) {
        context.err("The 'fly auth token' command is deprecated. Use 'fly tokens create' instead.\n");
      }
      context.out(context.json ? goJson({ token: TOKEN }) : `${TOKEN}\n`);
    },
  },
  {
    path: 'auth login',
    flags: [bool('interactive', 'i'), text('email'), text('password'), text('otp')],
    args: [0, 0],
    local: true,
    run: async (context) => {
      if (!process.stdin.isTTY) {
        throw new FlyError(
          'fly auth login requires an interactive terminal. In headless environments, set FLY_API_TOKEN to a token created with `fly tokens create`',
        );
      }
      context.out('Opening https://fly.io/app/auth/cli/simulated ...\n\nWaiting for session...');
      await delay(1_500);
      await callCloud(context.socket, 'sim.setSession', { loggedIn: true });
      const { email } = await callCloud(context.socket, 'graphql.viewer', {});
      context.out(` Done\nsuccessfully logged in as ${email}\n`);
    },
  },
  {
    path: 'auth logout',
    flags: [],
    args: [0, 0],
    local: true,
    run: async (context) => {
      await callCloud(context.socket, 'sim.setSession', { loggedIn: false });
    },
  },
  {
    path: 'orgs list',
    aliases: ['ls'],
    flags: [json],
    args: [0, 0],
    run: async (context) => {
      const organizations = await context.call('graphql.organizations', {});
      const bySlug = [...organizations].sort((a, b) => (a.slug < b.slug ? -1 : 1));
      if (context.json) {
        context.out(goJson(Object.fromEntries(bySlug.map(({ slug, name }) => [slug, name]))));
        return;
      }
      const rows = bySlug.map(({ name, slug, type }) => [name, slug, type]);
      context.out(table('', ['Name', 'Slug', 'Type'], rows));
    },
  },
];
