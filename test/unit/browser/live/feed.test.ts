import { afterEach, expect, test, vi } from 'vitest';
import { followFeed } from '../../../../src/browser/live/feed.ts';
// A feed of a stream loads this by itself, which takes time of the machine: here it is there before the clock stands.
import '../../../../src/browser/live/live-stream.ts';

const INTERVAL = 600_000;
const HOUR = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Follows a stream that sends one row on each connection, and is silent from then on. */
function follow() {
  vi.useFakeTimers();
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const faults: string[] = [];
  const texts: string[] = [];
  let connections = 0;
  vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => {
    const number = ++connections;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`data: {"n":${number}}\n\n`));
        signal.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    const headers = { 'content-type': 'text/event-stream' };
    return Promise.resolve(new Response(body, { headers }));
  });
  const stop = followFeed(
    { kind: 'stream', url: 'https://a.example/', interval: INTERVAL },
    {
      onText: (text) => (texts.push(text), null),
      onDrop: () => undefined,
      onHealthy: () => undefined,
      onFault: (reason) => faults.push(reason),
    },
  );
  return { page, faults, texts, stop };
}

test('a stream is opened again at once when the computer slept, which is no fault', async () => {
  const { faults, texts, stop } = follow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(texts).toEqual(['{"n":1}']);
  vi.setSystemTime(Date.now() + HOUR);
  await vi.advanceTimersByTimeAsync(5000);
  expect([texts, faults]).toEqual([['{"n":1}', '{"n":2}'], []]);
  stop();
});

test('a stream that is opened as the page comes back looks at the clock at once', async () => {
  const { page, texts, stop } = follow();
  await vi.advanceTimersByTimeAsync(1000);
  vi.setSystemTime(Date.now() + HOUR);
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
  expect(texts).toEqual(['{"n":1}', '{"n":2}']);
  stop();
});

test('a stream that says nothing for longer than its interval fell silent', async () => {
  const { faults, texts, stop } = follow();
  await vi.advanceTimersByTimeAsync(INTERVAL - 10);
  expect(faults).toEqual([]);
  await vi.advanceTimersByTimeAsync(20);
  expect(faults).toEqual(['it fell silent']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(texts).toEqual(['{"n":1}', '{"n":2}']);
  stop();
});
