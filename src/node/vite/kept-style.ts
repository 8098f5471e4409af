import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Connect, ResolvedConfig, ViteDevServer } from 'vite';
import { findEngineRoot } from '../engine.ts';

/** The talks' stylesheet as Vite made it at the last start, so that the first page of a start need not wait for it. */
export interface KeptStyle {
  /** Answers the pages' first request for the stylesheet while nothing it is made of has changed. */
  answer: Connect.NextHandleFunction;
  /** Lets Vite make the stylesheet, which it needs for updates, and keeps it for the next start. */
  warm(): void;
}

const STYLES = 'src/browser/styles';
const PACKAGES = 'node_modules/.package-lock.json';
/** With a stylesheet at hand Vite's own can wait until the first page is painted. */
const LATER = 2000;

/** Opens the kept stylesheet of a dev server of a version of Vite that serves it at `url`. */
export function openKeptStyle(server: ViteDevServer, url: string, version: string): KeptStyle {
  const file = path.join(server.config.cacheDir, 'talks.css');
  const stampNow = (): string => stampStyles(server.config, version);
  const read = (): string | null => readKept(file, stampNow());
  const make = async (): Promise<void> => {
    const stamp = stampNow();
    const made = await server.environments.client.transformRequest(`${url}?direct`);
    if (made) writeKept(file, stamp, made.code);
  };
  return {
    answer(request, response, next) {
      // Updates ask with a time behind the address, and want Vite's answer.
      const css = request.url === url && request.method === 'GET' ? read() : null;
      if (css === null) return next();
      response.writeHead(200, { 'Content-Type': 'text/css', 'Cache-Control': 'no-cache' });
      response.end(css);
    },
    warm() {
      // A server that is closed meanwhile has nothing left to make, and a style at fault is reported to the page.
      const start = (): void => void make().catch(() => null);
      if (read() === null) start();
      else setTimeout(start, LATER).unref();
    },
  };
}

/** Names the state of everything the stylesheet is made of: its sources, packages, Vite, and how Vite is set up. */
function stampStyles({ root, base, mode, css }: ResolvedConfig, version: string): string {
  const engine = findEngineRoot();
  const folder = path.join(engine, STYLES);
  const files = readdirSync(folder).sort();
  const hash = createHash('sha256');
  hash.update(JSON.stringify([version, engine, root, base, mode, css]));
  for (const file of [
    ...files.map((name) => path.join(folder, name)),
    path.join(engine, PACKAGES),
  ]) {
    const found = statSync(file, { throwIfNoEntry: false });
    hash.update(`${file}\0${found?.mtimeMs}\0${found?.size}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The stamp stands in a first line of its own, so that both are read or written at once. */
function readKept(file: string, stamp: string): string | null {
  try {
    const text = readFileSync(file, 'utf8');
    const head = `/* ${stamp} */\n`;
    return text.startsWith(head) ? text.slice(head.length) : null;
  } catch {
    return null;
  }
}

function writeKept(file: string, stamp: string, css: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `/* ${stamp} */\n${css}`);
  renameSync(draft, file);
}
