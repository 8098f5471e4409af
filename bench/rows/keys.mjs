import { openWindow, waitForSlide, withBrowser } from '../browser.mjs';
import { markOf, WALK } from '../deck.mjs';
import { attempt } from '../peers.mjs';
import { serveFolder } from '../serve.mjs';
import { sleep } from '../statistics.mjs';

const KEY_INTERVAL_MS = 150;

/** From pressing a key to the frame after the one that shows the next slide, on slides without steps. */
export async function measureKeys({ rostrum, reveal, peers, record }) {
  for (const tool of [rostrum, reveal, ...peers].filter(({ built }) => built)) {
    const site = await serveFolder(tool.built.folder);
    for (const slowdown of [1, 4]) {
      const times = await attempt(tool, () =>
        withBrowser((browser) => walk(browser, { site, tool, slowdown })),
      );
      for (const time of times ?? [])
        record(`key to next paint, CPU ${slowdown}x`, tool, 'ms', time);
    }
    site.close();
  }
}

async function walk(browser, { site, tool, slowdown }) {
  const { page, protocol } = await openWindow(browser);
  await page.goto(site.url + tool.built.page + tool.hash(WALK.from));
  await waitForSlide(page, tool.current, markOf(WALK.from));
  await sleep(1000);
  if (slowdown > 1) await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times = [];
  const last = WALK.from + (slowdown > 1 ? 15 : WALK.slides);
  for (let slide = WALK.from + 1; slide <= last; slide++) {
    await page.evaluate(watchKey, [tool.current, markOf(slide)]);
    await page.keyboard.press('ArrowRight');
    times.push(await page.evaluate('window.keyToPaint'));
    await sleep(KEY_INTERVAL_MS * slowdown);
  }
  return times;
}

/** In the page: resolves with the time from the key to the task after the frame in which the slide is the current one. */
function watchKey([selector, text]) {
  window.keyToPaint = new Promise((resolve) => {
    const onKey = ({ timeStamp }) => {
      const look = () => {
        const shown = [...document.querySelectorAll(selector)];
        const isThere = shown.some((slide) => slide.textContent.includes(text));
        if (!isThere) return void requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve(performance.now() - timeStamp));
        channel.port1.start();
        channel.port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
}
