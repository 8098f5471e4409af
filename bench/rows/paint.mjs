import { notePainted, openWindow, withBrowser } from '../browser.mjs';
import { markOf } from '../deck.mjs';
import { attempt } from '../peers.mjs';
import { serveFolder } from '../serve.mjs';
import { sleep } from '../statistics.mjs';

/** From asking for a built deck to its first slide painted, at full speed and four times slower; its heap and DOM. */
export async function measurePaint({ rostrum, reveal, peers, runs, record }) {
  const tools = [rostrum, reveal, ...peers].filter(({ built }) => built);
  for (let run = 0; run < runs; run++) {
    for (const tool of tools) {
      const site = await serveFolder(tool.built.folder);
      for (const slowdown of [1, 4]) {
        const found = await attempt(tool, () =>
          withBrowser((browser) => visitOnce(browser, { site, tool, slowdown })),
        );
        if (!found) continue;
        record(`first slide painted, CPU ${slowdown}x`, tool, 'ms', found.painted);
        record(`first text painted, CPU ${slowdown}x`, tool, 'ms', found.firstText);
        if (slowdown > 1) continue;
        record('heap', tool, 'MB', found.heap);
        record('DOM', tool, 'nodes', found.nodes);
      }
      site.close();
    }
  }
}

async function visitOnce(browser, { site, tool, slowdown }) {
  const { page, protocol } = await openWindow(browser, { slowdown });
  await page.addInitScript(notePainted(tool.current, markOf(1)));
  await page.goto(site.url + tool.built.page, { waitUntil: 'commit' });
  await page.waitForFunction('window.paintedAt > 0', null, { polling: 100 });
  await sleep(1000);
  const painted = await page.evaluate('window.paintedAt');
  const firstText = await page.evaluate(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime",
  );
  await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize } = await protocol.send('Runtime.getHeapUsage');
  const { nodes } = await protocol.send('Memory.getDOMCounters');
  return { painted, firstText, heap: usedSize / 1e6, nodes };
}
