import { keptListName, type KeptFiles, type OfflineState } from '../../talk/model/wire.ts';

/** Requests at the same time; the page's own come first. */
const WORKERS = 4;
const KEPT_AT = 'kept';

/**
 * Keeps a talk's page and files in the browser, and starts the worker that answers from them without a network. Each file comes from
 * the browser's own cache where it is there. The page is replaced last, so that at any time all files of the kept one are there.
 * Rejects when a file cannot be fetched.
 */
export async function keepTalk(document: Document, id: string): Promise<OfflineState> {
  await document.fonts.ready;
  const cache = await openCache();
  const list = toUrl(keptListName(id));
  const response = (await cache?.match(list)) ?? (await fetchFile(list));
  const kept = (await response.json()) as KeptFiles;
  const listed = kept.files.map(toUrl);
  const files = [...new Set([list, ...listed, ...listLoaded(listed)])];
  if (!cache) {
    await fetchAll(files, fetchFile);
    return 'open';
  }
  await fetchAll(await listMissing(cache, files), async (file) =>
    cache.put(file, await fetchFile(file)),
  );
  if (await keepPage(cache, id)) await dropOthers(cache, files);
  if (!(await startWorker(kept.worker))) return 'open';
  return kept.isPartial ? 'partly' : 'kept';
}

/** Opens the cache of the talk; null without service workers, and without storage, as in some private windows. */
async function openCache(): Promise<Cache | null> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return null;
  return caches.open(nameCache()).catch(() => null);
}

/** Starts the worker; false where the browser does not allow it. */
async function startWorker(script: string): Promise<boolean> {
  const { serviceWorker } = navigator;
  return serviceWorker.register(toUrl(script), { scope: './' }).then(
    async () => Boolean(await serviceWorker.ready),
    () => false,
  );
}

/** Lists what the page has loaded from the same folders beside its list: the faces of its letters, and the parts of its charts. */
function listLoaded(listed: readonly string[]): string[] {
  const folders = new Set(listed.map(toFolder));
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => folders.has(toFolder(name)));
}

function toFolder(url: string): string {
  return url.slice(0, url.lastIndexOf('/'));
}

async function listMissing(cache: Cache, files: readonly string[]): Promise<string[]> {
  const found = new Set((await cache.keys()).map(({ url }) => url));
  return files.filter((file) => !found.has(file));
}

/** Runs a function for each file, a few at a time, in order. */
async function fetchAll(
  files: readonly string[],
  run: (file: string) => Promise<unknown>,
): Promise<void> {
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await run(file);
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

async function fetchFile(file: string): Promise<Response> {
  const response = await fetch(file, { cache: 'force-cache', priority: 'low' });
  if (!response.ok || response.redirected) throw new Error(`${file}: ${response.status}`);
  return response;
}

/** Keeps the page that is open unless it is there; where the network has another one by now, the one that was kept stays. */
async function keepPage(cache: Cache, id: string): Promise<boolean> {
  const home = toUrl('./');
  const last = await cache.match(home);
  if (last && (await last.text()).includes(id)) return false;
  const response = await fetch(location.href, { cache: 'force-cache', priority: 'low' });
  const text = await response.text();
  if (!text.includes(id)) throw new Error('The page has changed.');
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  headers.set('Server-Timing', `${KEPT_AT};desc="${new Date().toISOString()}"`);
  await cache.put(home, new Response(text, { headers }));
  return true;
}

async function dropOthers(cache: Cache, files: readonly string[]): Promise<void> {
  const current = new Set([toUrl('./'), ...files]);
  for (const { url } of await cache.keys()) if (!current.has(url)) await cache.delete(url);
}

function toUrl(address: string): string {
  return new URL(address, location.href).href;
}

/** Removes the service worker and the files that an earlier build of this page has kept. */
export async function forgetTalk(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  await caches.delete(nameCache());
}

/** Returns the name of the cache that holds the talk of this page, which its service worker uses as well. */
function nameCache(): string {
  return `rostrum:${new URL('./', location.href).pathname}`;
}
