import path from 'node:path';
import { openWindow, withBrowser } from './browser.mjs';
import { runCommand } from './process.mjs';
import { serveFolder } from './serve.mjs';
import { openStream } from './stream.mjs';

const BIN = path.resolve(import.meta.dirname, '../bin/rostrum.mjs');

/** Builds a live talk, opens it in a browser, and calls back with the page and its stream. */
export async function withLiveTalk(folder, writeTalk, work) {
  const stream = await openStream();
  try {
    writeTalk(folder, stream.url);
    await runCommand([process.execPath, [BIN, 'build'], { cwd: folder }]);
    const site = await serveFolder(path.join(folder, 'dist'));
    await withBrowser(async (browser) => {
      const { page, protocol } = await openWindow(browser);
      await page.addInitScript(watch);
      await page.goto(`${site.url}live/`);
      await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 });
      await page.waitForSelector('rostrum-chart[data-live="live"]', { timeout: 20_000 });
      await work({ page, protocol, stream });
    });
    site.close();
  } finally {
    stream.close();
  }
}

/** What the page counted since it was last asked. */
export function takeCounts(page) {
  return page.evaluate(() => window.bench.take());
}

/** Waits until the slide shows a number; gives the time of the second frame after it, or of another one. */
export function waitForCount(page, count, frames = 2) {
  return page.evaluate((wanted) => window.bench.shows(...wanted), [count, frames]);
}

/** Memory in use after the garbage was collected, in MB, and nodes of the DOM. */
export async function readHeap(protocol) {
  await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize } = await protocol.send('Runtime.getHeapUsage');
  const { nodes } = await protocol.send('Memory.getDOMCounters');
  return { heap: usedSize / 1e6, nodes };
}

/** In the page: counts frames, and the drawings of charts from the first on. */
function watch() {
  const FRAME = 1000 / 60;
  const fresh = () => ({ frames: 0, dropped: 0, drawn: 0, framesDrawn: 0, most: 0, spent: [] });
  let counts = fresh();
  let since = performance.now();
  let last = 0;
  let inFrame = new Map();
  const next = (now) => {
    counts.frames += 1;
    if (last > 0) counts.dropped += Math.max(0, Math.round((now - last) / FRAME) - 1);
    last = now;
    if (inFrame.size > 0) counts.framesDrawn += 1;
    counts.most = Math.max(counts.most, ...inFrame.values());
    inFrame = new Map();
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);

  const define = customElements.define.bind(customElements);
  customElements.define = (name, type, options) => {
    if (name === 'rostrum-chart') watchDrawing(type.prototype);
    define(name, type, options);
  };
  function watchDrawing(prototype) {
    const { draw } = prototype;
    prototype.draw = function drawAndCount(...frame) {
      const started = performance.now();
      draw.apply(this, frame);
      counts.spent.push(performance.now() - started);
      counts.drawn += 1;
      inFrame.set(this, (inFrame.get(this) ?? 0) + 1);
      const toPainted = () => (window.bench.drawnAt ??= performance.now());
      requestAnimationFrame(() => requestAnimationFrame(toPainted));
    };
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const read = () => document.querySelector('rostrum-value')?.textContent.replaceAll(/\D/g, '');
  window.bench = {
    take() {
      const seconds = (performance.now() - since) / 1000;
      const taken = { ...counts, seconds };
      counts = fresh();
      since = performance.now();
      return taken;
    },
    async shows(wanted, frames) {
      while (read() !== String(wanted)) await frame();
      for (let left = frames; left > 0; left--) await frame();
      return Date.now();
    },
  };
}
