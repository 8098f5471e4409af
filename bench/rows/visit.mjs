import { notePainted, openWindow, waitForSlide, withBrowser } from '../browser.mjs';
import { markOf } from '../deck.mjs';
import { attempt } from '../peers.mjs';
import { serveFolder } from '../serve.mjs';
import { sleep } from '../statistics.mjs';

/** How long after the first slide is still the first visit: some tools go on loading. Rostrum's pages wait for three seconds before they fetch what comes later. */
const VISIT = 2000;
/** How long the rest takes that pages fetch ahead, which is recorded apart. */
const LATER = 12_000;
const SLOW = {
  offline: false,
  latency: 75,
  downloadThroughput: 200_000,
  uploadThroughput: 100_000,
};

/** What the first visit of a built deck asks for and gets over the wire. */
export async function measureVisit({ rostrum, reveal, peers, record }) {
  for (const tool of [rostrum, reveal, ...peers].filter(({ built }) => built)) {
    const site = await serveFolder(tool.built.folder);
    const visit = async (browser) => {
      await visitOnce(browser, { site, tool, record });
      await visitSlowly(browser, { site, tool, record });
    };
    await attempt(tool, () => withBrowser(visit));
    site.close();
  }
}

/** Visits a page once and records what it asked for until some time after its first slide. */
export async function visitOnce(
  browser,
  { site, tool, record, row = 'first visit', first = markOf(1) },
) {
  const { page, protocol } = await openWindow(browser);
  const answers = await watchNetwork(protocol);
  await page.goto(site.url + tool.built.page);
  await waitForSlide(page, tool.current, first);
  await sleep(VISIT);
  const listOwn = () => [...answers.values()].filter(({ url }) => url?.startsWith(site.url));
  const found = listOwn();
  record(`${row}, requests`, tool, 'requests', found.length);
  record(`${row}, all`, tool, 'kB', sumOf(found));
  for (const kind of ['html', 'javascript', 'css', 'font']) {
    const bytes = sumOf(found.filter(({ mime }) => mime.includes(kind)));
    record(`${row}, ${kind}`, tool, 'kB', bytes);
  }
  await sleep(LATER);
  const more = listOwn().filter((answer) => !found.includes(answer));
  record(`${row}, then ahead, requests`, tool, 'requests', more.length);
  record(`${row}, then ahead`, tool, 'kB', sumOf(more));
}

/**
 * What has come over a line of 1.6 Mbit/s when the first slide is painted, which shows what a tool lets it wait for. Both are taken
 * from the browser's clock: more arrives before the message about the slide does.
 */
async function visitSlowly(browser, { site, tool, record }) {
  const { page, protocol } = await openWindow(browser);
  const pieces = [];
  let clock;
  protocol.on('Network.requestWillBeSent', ({ wallTime, timestamp }) => {
    clock ??= wallTime - timestamp;
  });
  protocol.on('Network.dataReceived', ({ timestamp, encodedDataLength }) =>
    pieces.push({ at: timestamp, bytes: encodedDataLength }),
  );
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', SLOW);
  await page.addInitScript(notePainted(tool.current, markOf(1)));
  await page.goto(site.url + tool.built.page, { waitUntil: 'commit' });
  await page.waitForFunction('window.paintedAt > 0', null, { polling: 100 });
  const painted = await page.evaluate('(performance.timeOrigin + window.paintedAt) / 1000');
  const before = pieces.filter(({ at }) => clock + at <= painted);
  record('first slide, bytes before it, 1.6 Mbit/s', tool, 'kB', sumOf(before));
}

async function watchNetwork(protocol) {
  const answers = new Map();
  const note = (id, about) => answers.set(id, { bytes: 0, mime: '', ...answers.get(id), ...about });
  protocol.on('Network.responseReceived', ({ requestId, response }) =>
    note(requestId, { url: response.url, mime: response.mimeType }),
  );
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    note(requestId, { bytes: encodedDataLength }),
  );
  await protocol.send('Network.enable');
  return answers;
}

function sumOf(answers) {
  return answers.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}
