/*
 * Answers for one talk while there is no network, from what its pages have kept (`keep.ts`). It holds no list and no talk
 * itself, and imports nothing, so that browsers run it as it is. Pages come from the network whenever there is one.
 */

/** What a worker's global scope has beside that of a window. */
export interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}

/** An event that keeps the worker running. */
interface LongEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends LongEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Timeout for the network, which may be connected and still not answer, as in a full hall. */
const NETWORK_TIMEOUT_MS = 5000;
const GONE = [404, 410];
const SERVER_FAULT = 500;
const FILES = new Set<RequestDestination>(['audio', 'font', 'image', 'script', 'style', 'video']);
const RANGE = /^bytes=(\d+)-(\d*)$/;
/** How the page of a talk is called within the worker's folder. */
const PAGE_NAMES = ['', 'index.html'];

const worker = self as unknown as WorkerScope;
const home = new URL(worker.registration.scope);
const cacheName = `rostrum:${home.pathname}`;

addEventListener('install', () => void worker.skipWaiting());
addEventListener('activate', (event) => (event as LongEvent).waitUntil(worker.clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== home.origin) return;
  if (request.mode === 'navigate') {
    if (isPage(url)) (event as FetchEvent).respondWith(answerPage(request));
  } else if (FILES.has(request.destination)) {
    (event as FetchEvent).respondWith(answerFile(request));
  }
});

function isPage({ pathname }: URL): boolean {
  return PAGE_NAMES.some((name) => pathname === home.pathname + name);
}

/** Returns the page of the network; the one that was kept only when the network gives none. */
async function answerPage(request: Request): Promise<Response> {
  // A copy in the browser's own cache may be older than the last build.
  const controller = new AbortController();
  const answer = fetch(request, { cache: 'no-cache', signal: controller.signal });
  answer.catch(() => {});
  try {
    const response = await Promise.race([answer, failLater()]);
    if (GONE.includes(response.status)) await forget();
    if (response.status >= SERVER_FAULT) throw new Error(response.statusText);
    return response;
  } catch {
    const kept = await findKept(home.href);
    if (!kept) return answer;
    // The next request for the page would wait for this one.
    controller.abort();
    return kept;
  }
}

/** Returns a file that was kept, else that of the network; names of files change with their content. */
async function answerFile(request: Request): Promise<Response> {
  const kept = await findKept(request.url);
  if (!kept) return fetch(request);
  const [, first, last] = RANGE.exec(request.headers.get('range') ?? '') ?? [];
  return first === undefined ? kept : cut(kept, Number(first), last ? Number(last) : Infinity);
}

function findKept(url: string): Promise<Response | undefined> {
  return caches.match(url, { cacheName, ignoreVary: true });
}

/** Returns a part of a file, since players ask for videos in parts. */
async function cut(response: Response, first: number, last: number): Promise<Response> {
  const whole = await response.blob();
  const end = Math.min(last, whole.size - 1);
  const headers = new Headers(response.headers);
  headers.set('Content-Range', `bytes ${first}-${end}/${whole.size}`);
  headers.set('Content-Length', String(end - first + 1));
  return new Response(whole.slice(first, end + 1), { status: 206, headers });
}

function failLater(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('timeout')), NETWORK_TIMEOUT_MS);
  });
}

/** Ends the worker of a talk that was taken down. */
async function forget(): Promise<void> {
  await caches.delete(cacheName);
  await worker.registration.unregister();
}
