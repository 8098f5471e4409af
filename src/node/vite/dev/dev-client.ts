import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { Connect, Plugin } from 'vite';
import type { Talk } from '../../../talk/model/talk.ts';
import { buildClient, ENTRIES, readClientFile, type Runtime } from '../../client/client.ts';
import { parsePath } from '../../pages/address.ts';
import { typeOf } from '../../pages/content-type.ts';
import { MQTT_PATH } from '../../pages/page-data/page-room.ts';
import { writeTables } from '../../pages/project-blocks.ts';
import type { GetSite, Site } from '../site.ts';
import { listSiteBlocks } from './site-blocks.ts';

/** The finished browser floor, as a dev server gives it to its pages. */
export interface DevClient {
  /** Finds the client of the present sources, which is built where they changed; with the blocks of the project's own on a talk. */
  open(talk?: Pick<Talk, 'blockFiles'>): Promise<Runtime>;
  /** Answers requests for its files. */
  answer: Connect.NextHandleFunction;
}

/** The path of the client; the state of its sources follows, so that browsers keep each file for good. */
export const CLIENT_PATH = '/@rostrum/';
/** The module of a page. Vite serves it beside the client's files: it has the socket and the project's own blocks. */
export const PAGE_MODULE = 'page.js';

/** What modules of the project's own blocks get as `rostrum`: the engine of the newest page. */
const API = `${CLIENT_PATH}${ENTRIES.api}`;
const FILE = /^\/@rostrum\/([\da-f]{16})\/(.+)$/;
const MODULE = /^\/@rostrum\/(?:[\da-f]{16}\/.+|api)\.js$/;
const ENGINE = /^rostrum(?:\/browser)?$/;
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Opens the client for a dev server below a base; `mqtt` is the script of that package where it is installed. */
export function openDevClient(base: string, root = '', mqtt?: string): DevClient {
  let last: Promise<Runtime> | undefined;
  /** Folders of clients with blocks of the project's own, by state. */
  const own = new Map<string, string>();
  const open: DevClient['open'] = async (talk) => {
    if (!talk?.blockFiles) return (last = buildClient());
    const runtime = await buildClient(talk, root);
    own.set(path.basename(runtime.folder), runtime.folder);
    return runtime;
  };
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    const pathname = parsePath(request.url) ?? '';
    const address = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : '';
    if (mqtt !== undefined && address === `/${MQTT_PATH}`) return sendScript(mqtt, response);
    const [, state = '', name = ''] = FILE.exec(address) ?? [];
    if (address !== API && (name === '' || name === PAGE_MODULE)) return next();
    (last ?? open()).then(({ folder }) => {
      const body =
        name === ''
          ? exportApi(folder)
          : readClientFile({ folder: own.get(state) ?? toSibling(folder, state) }, name);
      const keep = name === '' || body === null ? 'no-cache' : FOR_GOOD;
      const headers = { 'Content-Type': typeOf(address), 'Cache-Control': keep };
      response.writeHead(body === null ? 404 : 200, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    }, next);
  };
  return { open, answer };
}

function sendScript(file: string, response: ServerResponse): void {
  const headers = { 'Content-Type': typeOf(file), 'Cache-Control': 'no-cache' };
  response.writeHead(200, headers).end(readFileSync(file));
}

/** Returns the folder of a state of the client: an open page may still ask for the one before. */
function toSibling(folder: string, state: string): string {
  return path.join(path.dirname(folder), state);
}

function exportApi(folder: string): string {
  return `export * from './${path.basename(folder)}/${ENTRIES.api}';\n`;
}

/** Writes the module of a page, and leads what modules of the project's own blocks import of the engine to the client. */
export function startPages(getSite: GetSite, hasBlocks: boolean): Plugin {
  return {
    name: 'rostrum:page',
    apply: 'serve',
    enforce: 'pre',
    // Only modules of the project's own blocks import packages that Vite has to bundle.
    config: ({ optimizeDeps: { noDiscovery = !hasBlocks } = {} }) => ({
      optimizeDeps: { entries: [], exclude: ['rostrum'], noDiscovery },
    }),
    resolveId: {
      filter: { id: [ENGINE, MODULE] },
      handler: (id) => (ENGINE.test(id) ? API : id),
    },
    load: {
      filter: { id: MODULE },
      handler(id) {
        const [, state, name] = FILE.exec(id) ?? [];
        // The others are answered before Vite is asked; it only has to know that they exist.
        return state !== undefined && name === PAGE_MODULE ? writePage(state, getSite()) : '';
      },
    },
  };
}

function writePage(state: string, site: Site): string {
  const { elements, compilers } = writeTables(listSiteBlocks(site));
  return `import { start } from '${CLIENT_PATH}${state}/${ENTRIES.dev}';
start(import.meta.hot, { elements: ${elements}, compilers: ${compilers} });
`;
}
