import { readFileSync, writeFileSync } from 'node:fs';
import { ask, openWindow, waitForSlide, withBrowser } from '../browser.mjs';
import { EDITED, markOf } from '../deck.mjs';
import { attempt } from '../peers.mjs';
import { findPort, startServer, waitForPort } from '../process.mjs';
import { sleep } from '../statistics.mjs';

const INSERTS = 8;
/** The slide behind which a new one is written, before the one that is shown. */
const BEFORE = 5;

/** From saving a new slide, a few before the shown one, to the frame after the page has it. Only Rostrum keeps the page meanwhile. */
export async function measureInsert({ rostrum, peers, record }) {
  for (const tool of [rostrum, ...peers.filter(({ root }) => root)]) {
    const text = readFileSync(tool.deck, 'utf8');
    try {
      await attempt(tool, () =>
        withBrowser((browser) => insertRepeatedly(browser, { tool, text, record })),
      );
    } finally {
      writeFileSync(tool.deck, text);
    }
  }
}

async function insertRepeatedly(browser, { tool, text, record }) {
  const { page } = await openWindow(browser);
  const port = await findPort();
  const server = startServer(tool.dev(port));
  const cut = text.indexOf('\n---\n', text.indexOf(markOf(BEFORE)));
  try {
    const host = await waitForPort(port, server);
    await page.goto(`http://${host}:${port}/${tool.page}${tool.hash(EDITED.slide)}`);
    await waitForSlide(page, tool.current, markOf(EDITED.slide));
    await sleep(2500);
    for (let insert = 1; insert <= INSERTS; insert++) {
      const id = `inserted-${insert}`;
      const slide = `\n---\n\n## Inserted ${insert}\n\nNew words.\n`;
      const started = performance.now();
      writeFileSync(tool.deck, text.slice(0, cut) + slide + text.slice(cut));
      await page.waitForFunction(`document.getElementById('${id}')`, null, { polling: 'raf' });
      await ask(page, () => new Promise((done) => requestAnimationFrame(done)));
      record('insert to painted', tool, 'ms', performance.now() - started);
      await sleep(700);
      writeFileSync(tool.deck, text);
      await sleep(700);
    }
  } finally {
    await server.stop();
  }
}
