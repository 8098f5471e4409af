import { openWindow, waitForSlide, withBrowser } from '../browser.mjs';
import { markOf } from '../deck.mjs';
import { attempt } from '../peers.mjs';
import { findPort, startServer, waitForPort } from '../process.mjs';
import { clearCaches } from '../tools.mjs';

/** From the start of the dev server's process to the first slide painted, with an empty cache and with its own. */
export async function measureDev({ rostrum, reveal, peers, runs, record }) {
  const tools = [rostrum, reveal, ...peers];
  // Taken in turns, so that a busy moment of the machine meets all of them.
  for (let run = 0; run < runs; run++) {
    for (const tool of tools) {
      clearCaches(tool);
      await attempt(tool, async () => {
        record('dev start, cold', tool, 'ms', await startOnce(tool, record));
        record('dev start, warm', tool, 'ms', await startOnce(tool));
      });
    }
  }
}

function startOnce(tool, record) {
  return withBrowser(async (browser) => {
    const { page } = await openWindow(browser);
    const port = await findPort();
    const started = performance.now();
    const server = startServer(tool.dev(port));
    try {
      const host = await waitForPort(port, server);
      await page.goto(`http://${host}:${port}/${tool.page}`, { waitUntil: 'commit' });
      await waitForSlide(page, tool.current, markOf(1));
      const milliseconds = performance.now() - started;
      record?.('dev server, memory', tool, 'MB', server.memory());
      return milliseconds;
    } finally {
      await server.stop();
    }
  });
}
