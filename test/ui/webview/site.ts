import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { webviewPage } from '../../../src/features/common/webview-page.ts';

/** A web server that serves webview pages the way VS Code does. */
export interface Site extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves one webview: the script, bundled from its source, in the page that the extension gives it.
 * @param entry The source of the page's script, from the root of the repository.
 */
export async function serveWebview(entry: string, texts?: Readonly<Record<string, string>>): Promise<Site> {
  const files = await bundle(entry);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    const type = request.url?.endsWith('.js')
      ? 'text/javascript'
      : request.url?.endsWith('.css')
        ? 'text/css'
        : '';
    response.setHeader('content-type', `${type || 'text/html'}; charset=utf-8`);
    response.end(file ?? page(texts));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function page(texts: Readonly<Record<string, string>> | undefined): string {
  return webviewPage({
    title: 'Webview',
    cspSource: "'self'",
    script: '/view.js',
    style: '/view.css',
    language: 'en',
    texts,
  });
}

async function bundle(entry: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [{ in: entry, out: 'view' }],
    absWorkingDir: new URL('../../..', import.meta.url).pathname,
    outdir: '/',
    write: false,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'chrome140',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}
