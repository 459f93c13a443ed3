import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codeServerFolder, vscodeFolderIn } from '../lib/project.mjs';
import { temporaryFolder } from '../processes/folder.ts';
import { startGroup, type ProcessGroup } from '../processes/group.ts';
import { startPortRedirect } from './ports.ts';

export interface ServerOptions {
  /** As VS Code's `--user-data-dir`: settings, state and logs; a temporary folder when left out. */
  readonly userDataDir?: string;
  readonly extensionsDir?: string;
  /** The folder of an extension to have installed; changes in it show when the window is reloaded. */
  readonly extension?: string;
  /**
   * Takes an extension under development and its tests from the page's address. VS Code then shows no notifications.
   */
  readonly automated?: boolean;
  /** A free one when left out. */
  readonly port?: number;
  /** User settings, on top of those that a quiet start needs. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the machine: a browser's VS Code takes those of scope `machine` from here only. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running VS Code server; a browser shows its workbench. */
export interface VscodeServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Part of the address: nobody else on the machine, and no web page, may use the server. */
  readonly token: string;
  readonly userDataDir: string;
  /** Settles when the server ends, for whatever reason. */
  readonly ended: Promise<number>;
  /** The last lines that the server printed. */
  logTail(): string;
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const startDeadlineMs = 60_000;
const tailLines = 60;

/** What keeps a fresh VS Code from asking and showing things of its own. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts VS Code's own server from the npm package `code-server` and waits until it listens.
 * @throws Error with the last lines of its log when it ends or does not listen in a minute.
 */
export async function startServer(options: ServerOptions = {}): Promise<VscodeServer> {
  const folder = temporaryFolder('vscode');
  const userDataDir = options.userDataDir ?? join(folder.path, 'user-data');
  const token = randomBytes(16).toString('hex');
  writeSettings(join(userDataDir, 'User'), { ...quietSettings, ...options.settings });
  writeSettings(join(userDataDir, 'Machine'), { ...options.machineSettings });
  const tokenFile = join(folder.path, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const extensionsDir = options.extensionsDir ?? join(folder.path, 'extensions');
  if (options.extension !== undefined) linkExtension(options.extension, extensionsDir);

  const ports = await startPortRedirect();
  const args = serverArguments(options, { userDataDir, extensionsDir, tokenFile, folder: folder.path });
  const group = startGroup(process.execPath, args, {
    cwd: vscodeFolderIn(codeServerFolder),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...options.env,
      // VS Code puts its sockets there; the folder goes away with everything in it.
      TMPDIR: folder.path,
      // Without a marketplace nothing is asked from the network.
      EXTENSIONS_GALLERY: '{}',
      VSCODE_PROXY_URI: `${ports.url}/{{port}}/`,
    },
  });
  const stop = async (): Promise<void> => {
    await group.stop();
    ports.stop();
    await folder.remove();
  };
  const lines = collectLines(group);
  const logTail = (): string => lines.slice(-tailLines).join('\n');
  try {
    return {
      host,
      port: await listeningPort(group, logTail),
      token,
      userDataDir,
      ended: group.ended,
      logTail,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface ServerPaths {
  readonly folder: string;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  readonly tokenFile: string;
}

function serverArguments({ port = 0, automated }: ServerOptions, paths: ServerPaths): string[] {
  return [
    join('out', 'server-main.js'),
    ...['--host', host],
    ...['--port', String(port)],
    ...['--connection-token-file', paths.tokenFile],
    ...['--server-data-dir', join(paths.folder, 'server-data')],
    ...['--user-data-dir', paths.userDataDir],
    ...['--extensions-dir', paths.extensionsDir],
    ...['--telemetry-level', 'off'],
    '--accept-server-license-terms',
    // Whoever starts the server says what is on its PATH; their login shell may say something else.
    '--force-disable-user-env',
    ...(automated ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** VS Code takes every folder that it finds in a fresh extensions folder for an installed extension. */
function linkExtension(extension: string, extensionsDir: string): void {
  mkdirSync(extensionsDir, { recursive: true });
  symlinkSync(extension, join(extensionsDir, basename(extension)));
}

/** What is in the folder's settings already has been put there on purpose, and stays. */
function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const file = join(folder, 'settings.json');
  const present: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(Object.assign({}, settings, present), undefined, 2));
}

function collectLines(group: ProcessGroup): string[] {
  const lines: string[] = [];
  const { stdout, stderr } = group.process;
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
      lines.splice(0, lines.length - 1000);
    });
  }
  return lines;
}

async function listeningPort(group: ProcessGroup, logTail: () => string): Promise<number> {
  const fail = (reason: string): Error => new Error(`VS Code's server ${reason}.\n${logTail()}`);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(fail('did not listen in a minute')), startDeadlineMs);
    const look = (): void => {
      const port = /Extension host agent listening on (\d+)/.exec(logTail())?.[1];
      // The server says so and goes on without listening.
      const taken = /EADDRINUSE/.test(logTail());
      if (port === undefined && !taken) return;
      clearTimeout(late);
      if (taken) reject(fail('cannot have its port, which is in use'));
      else resolve(Number(port));
    };
    group.process.stdout?.on('data', look);
    group.process.stderr?.on('data', look);
    void group.ended.then((code) => {
      clearTimeout(late);
      reject(fail(`ended with ${code} before it listened`));
    });
  });
}
