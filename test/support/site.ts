import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBuilder, createServer, type BuildOptions } from 'vite';
import { kernelBlocks } from '../../src/kernel/api.ts';
import { rostrum } from '../../src/node/api.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../src/node/vite/site.ts';

/** A project's pages behind an address that ends in `/`. */
export interface ServedSite extends AsyncDisposable {
  base: string;
}

/** Two ways to the same pages. */
export type Target = 'dev' | 'build';

/** The folder that a build is served from, to prove that it needs no certain one. */
const PREFIX = '/some/where/';
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a project, by the dev server or as a finished build; `commandOptions` are those of the build. */
export function serveSite(
  root: string,
  target: Target,
  commandOptions: CommandOptions = {},
): Promise<ServedSite> {
  return target === 'dev' ? serveDev(root) : serveBuild(root, commandOptions);
}

async function serveDev(root: string): Promise<ServedSite> {
  const cacheDir = makeFolder();
  // Tests ask no sources, and change no files of the project.
  const command = { name: COMMAND_PLUGIN, api: { offline: true } };
  const server = await createServer({
    root,
    cacheDir,
    configFile: false,
    logLevel: 'silent',
    plugins: [command, rostrum({ blocks: kernelBlocks })],
    server: { port: 0 },
  });
  await server.listen();
  return {
    base: server.resolvedUrls?.local[0] ?? '',
    async [Symbol.asyncDispose]() {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

async function serveBuild(root: string, commandOptions: CommandOptions): Promise<ServedSite> {
  const outDir = makeFolder();
  await buildSite(root, outDir, commandOptions);
  const site = await serveFiles(outDir);
  return {
    base: site.base,
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** Builds a project into a folder; `build` is Vite's configuration beside Rostrum's. */
export async function buildSite(
  root: string,
  outDir: string,
  commandOptions: CommandOptions = {},
  build: BuildOptions = {},
): Promise<void> {
  const builder = await createBuilder({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: commandOptions }, rostrum({ blocks: kernelBlocks })],
    build: { ...build, outDir, emptyOutDir: true },
  });
  await builder.buildApp();
}

/** How a web server answers. */
export interface ServerOptions {
  /** Sent with each file; defaults to none. */
  headers?: Record<string, string>;
  /** Called with the path of each request, before it is answered; returns a status to answer instead, 0 for never. */
  onRequest?: (path: string) => number | undefined;
}

/** Serves a finished build below a path, and leaves its files. */
export async function serveFiles(folder: string, options: ServerOptions = {}): Promise<ServedSite> {
  const server = await serveFolder(folder, options);
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}${PREFIX}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Serves the files of a folder as the plainest web server does. */
function serveFolder(folder: string, { headers = {}, onRequest }: ServerOptions): Promise<Server> {
  const server = createHttpServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = decodeURIComponent(pathname).replace(PREFIX, '');
    const status = onRequest?.(name);
    if (status === 0) return undefined;
    if (status !== undefined) return response.writeHead(status).end();
    const found = path.join(folder, name);
    const file = isFolder(found) ? path.join(found, 'index.html') : found;
    if (!pathname.startsWith(PREFIX) || !existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return response.writeHead(200, { ...headers, 'Content-Type': type }).end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function makeFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'rostrum-site-'));
}
