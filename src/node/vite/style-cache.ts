import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Connect, ResolvedConfig, ViteDevServer } from 'vite';
import { locateEngineCache, locateEngine, locateFloorFile } from '../engine.ts';
import { writeCacheFile, readCacheFile } from '../cache-file.ts';
import { hash } from '../hash.ts';
import type { DevUrls } from '../pages/urls.ts';

/** The stylesheet that Vite built at the last start, so that the first page need not wait for it. */
export interface StyleCache {
  /** Answers the first request for the stylesheet while its inputs are unchanged. */
  answer: Connect.NextHandleFunction;
  /** Lets Vite build the stylesheet, which it needs for updates, and caches it for the next start. */
  warm(): void;
}

const STYLES = 'browser/styles';
const PACKAGES = 'node_modules/.package-lock.json';
/** With a cached stylesheet, Vite builds its own after the first page is painted. */
const REBUILD_DELAY_MS = 2000;
/** Maximum number of cached stylesheets, one for each state; the oldest are removed first. */
const MAX_FILES = 16;

/** Opens the kept stylesheet of a dev server of a version of Vite that serves it under these addresses. */
export function openStyleCache(server: ViteDevServer, urls: DevUrls, version: string): StyleCache {
  const { config } = server;
  const url = urls.style;
  const make = async (): Promise<void> => {
    const file = nameCachedStyle(config, urls, version);
    const made = await server.environments.client.transformRequest(`${url}?direct`);
    if (made) writeCacheFile(file, made.code, MAX_FILES);
  };
  return {
    answer(request, response, next) {
      // Requests for updates carry a time in the URL, and need Vite's response.
      const isFirst = request.url === url && request.method === 'GET';
      const css = isFirst ? readCacheFile(nameCachedStyle(config, urls, version)) : null;
      if (css === null) return next();
      response.writeHead(200, { 'Content-Type': 'text/css', 'Cache-Control': 'no-cache' });
      response.end(css);
    },
    warm() {
      // A server that is closed meanwhile has nothing left to make, and a style at fault is reported to the page.
      const start = (): void => void make().catch(() => null);
      if (readCacheFile(nameCachedStyle(config, urls, version)) === null) start();
      else setTimeout(start, REBUILD_DELAY_MS).unref();
    },
  };
}

/**
 * Names the file in which a stylesheet is kept by everything it is made of: its sources, packages, Vite, how Vite is set up,
 * and where it serves files. It lies with the engine: projects without settings of their own share one.
 */
export function nameCachedStyle(config: ResolvedConfig, urls: DevUrls, version: string): string {
  const { root, base, mode, css, configFile, configFileDependencies } = config;
  const engine = locateEngine();
  const folder = locateFloorFile(STYLES);
  const owner = configFile === undefined ? null : root;
  const settings = [version, engine, owner, urls.style, urls.index.fonts, base, mode, css];
  const states = [
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => path.join(folder, name)),
    path.join(engine, PACKAGES),
    ...configFileDependencies,
  ].map((file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return `${file}\0${found?.mtimeMs}\0${found?.size}\0`;
  });
  return path.join(
    locateEngineCache(),
    'styles',
    `${hash(JSON.stringify(settings) + states.join(''))}.css`,
  );
}
