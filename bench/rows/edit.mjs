import { readFileSync, writeFileSync } from 'node:fs';
import { ask, openWindow, waitForSlide, withBrowser } from '../browser.mjs';
import { EDITED, markOf } from '../deck.mjs';
import { attempt } from '../peers.mjs';
import { findPort, startServer, waitForPort } from '../process.mjs';
import { sleep } from '../statistics.mjs';

const EDITS = 8;

/** From saving a word of the shown slide to seeing it painted, and whether slide, step and page stayed. */
export async function measureEdit({ rostrum, reveal, peers, runs, record }) {
  for (const tool of [rostrum, reveal, ...peers]) {
    const text = readFileSync(tool.deck, 'utf8');
    try {
      await attempt(tool, () =>
        withBrowser((browser) => editRepeatedly(browser, { tool, text, runs, record })),
      );
    } finally {
      writeFileSync(tool.deck, text);
    }
  }
}

async function editRepeatedly(browser, { tool, text, runs, record }) {
  const { page } = await openWindow(browser);
  const port = await findPort();
  const server = startServer(tool.dev(port));
  try {
    const host = await waitForPort(port, server);
    const mark = markOf(EDITED.slide);
    await page.goto(`http://${host}:${port}/${tool.page}${tool.hash(EDITED.slide)}`);
    await waitForSlide(page, tool.current, mark);
    await sleep(2500);
    await page.keyboard.press('ArrowRight');
    await sleep(500);
    const step = await ask(page, tool.steps);
    for (let edit = 1; edit <= EDITS + runs; edit++) {
      await ask(page, 'window.isSamePage = true');
      const word = `editword${edit}x`;
      const started = performance.now();
      writeFileSync(tool.deck, text.replace(EDITED.word, word));
      await waitForSlide(page, tool.current, word);
      const milliseconds = performance.now() - started;
      await sleep(700);
      const isKept = (await ask(page, tool.steps)) === step;
      const isSame = await ask(page, 'window.isSamePage === true');
      // The first edit finds the server cold, which happens once a day.
      if (edit === 1) record('edit, first', tool, 'ms', milliseconds);
      else record('edit to painted', tool, 'ms', milliseconds);
      record('edit, page reloaded', tool, 'share', isSame ? 0 : 1);
      record('edit, step kept', tool, 'share', isKept ? 1 : 0);
    }
  } finally {
    await server.stop();
  }
}
