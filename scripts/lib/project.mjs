import { join } from 'node:path';

/** The version of `code-server`, the npm package that carries VS Code's server. 4.139.1 is VS Code 1.139.1. */
const codeServerVersion = '4.139.1';

/** The folder of the project. */
export const root = join(import.meta.dirname, '..', '..');

/** What is too big or too foreign for `node_modules`: VS Code and a browser. */
export const cacheFolder = join(root, '.vscode-test');

/** Where the `code-server` package and everything it needs are installed. */
export const codeServerFolder = join(cacheFolder, `code-server-${codeServerVersion}`);

/** VS Code's own server inside an installation of `code-server`. */
export const vscodeFolderIn = (installation) =>
  join(installation, 'node_modules', 'code-server', 'lib', 'vscode');

export const codeServerPackage = `code-server@${codeServerVersion}`;

/** Screenshots, logs and machine-readable results. */
export const resultsFolder = join(root, 'test-results');
