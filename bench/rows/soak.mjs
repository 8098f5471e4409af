import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWindow, withBrowser } from '../browser.mjs';
import { readHeap } from '../live-page.mjs';
import { findPort, startServer, waitForPort } from '../process.mjs';
import { makeRandom, nameTalk, SHARED, writeScaleProject } from '../scale-project.mjs';
import { sleep } from '../statistics.mjs';
import { toRunner } from '../tools.mjs';

const TALKS = 40;
const PAUSE = 1500;
/** A machine that does other work for a while does not end a soak. */
const PATIENCE = { timeout: 180_000 };
const PROBE = pathToFileURL(path.resolve(import.meta.dirname, '../soak-probe.mjs')).href;

/** Edits, reloads, visits and new rows for some time: do the dev server's memory, its handles and a page that stays open grow? */
export async function measureSoak({ folder, tool, seconds, record }) {
  const root = path.join(folder, 'project');
  writeScaleProject(root, TALKS);
  const looks = path.join(folder, 'looks.jsonl');
  const [command, args, options] = toRunner(tool.root, root)(
    'dev',
    '--offline',
    '--port',
    String(await findPort()),
  );
  const port = Number(args.at(-1));
  const probe = ['--expose-gc', '--import', PROBE];
  const env = { ROSTRUM_SOAK: looks };
  const server = startServer([command, [...probe, ...args], { ...options, env }]);
  try {
    const site = `http://${await waitForPort(port, server)}:${port}/`;
    // What is kept of each talk that was ever shown is no growth.
    for (let talk = 0; talk < TALKS; talk++) await ask(`${site}${nameTalk(talk)}/`);
    const skipped = readLooks(looks).length;
    await withBrowser((browser) => live(browser, { root, seconds, record, tool, site }));
    report(readLooks(looks).slice(skipped), record, tool);
  } finally {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function live(browser, { root, seconds, record, tool, site }) {
  const random = makeRandom(7);
  const { page, protocol } = await openWindow(browser);
  await page.goto(`${site}${nameTalk(0)}/`, PATIENCE);
  const change = (file, edit) => {
    const at = path.join(root, file);
    writeFileSync(at, edit(readFileSync(at, 'utf8')));
  };
  const talk = () => `slides/talks/${nameTalk(random(TALKS))}.md`;
  let count = 0;
  const extra = path.join(root, 'slides/talks/extra.md');
  const steps = [
    () => change(`slides/talks/${nameTalk(0)}.md`, (text) => replaceLast(text, count)),
    () => change(talk(), (text) => replaceLast(text, count)),
    () => change(SHARED.file, (text) => text.replace(/word\d+/, `word${count}`)),
    () => change('data/set1.json', (text) => text.replace(/"count": \d+/, `"count": ${count}`)),
    () => (existsSync(extra) ? rmSync(extra) : writeFileSync(extra, '# Extra\n\n---\n\n## More\n')),
    () => visit(browser, `${site}${nameTalk(random(TALKS))}/`),
    () => visit(browser, `${site}${nameTalk(0)}/?speaker`),
    () => ask(site),
    () => (random(4) === 0 ? page.reload(PATIENCE) : page.keyboard.press('ArrowRight')),
  ];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    count += 1;
    await steps[count % steps.length]();
    await sleep(PAUSE);
    if (count % (steps.length * 5) > 0) continue;
    const { heap, nodes } = await readHeap(protocol);
    record('soak, heap of an open page', tool, 'MB', heap);
    record('soak, DOM of an open page', tool, 'nodes', nodes);
  }
  record('soak, steps', tool, 'steps', count);
}

/** Writes other words at the end of a talk. */
function replaceLast(text, count) {
  return text.replace(/(?:\n\n---\n\n## Soak \d+\n)?$/, `\n\n---\n\n## Soak ${count}\n`);
}

/** Requests a page as a browser does; returns its text. */
async function ask(url) {
  const answer = await fetch(url, { headers: { accept: 'text/html' } });
  return answer.text();
}

async function visit(browser, url) {
  const { context, page } = await openWindow(browser);
  await page.goto(url, PATIENCE);
  await context.close();
}

/** Records the first and the last third of the looks apart, so that growth shows. */
function report(all, record, tool) {
  const third = Math.ceil(all.length / 3);
  const units = { heap: 'MB', external: 'MB', rss: 'MB', handles: 'handles', files: 'files' };
  for (const [name, unit] of Object.entries(units)) {
    for (const look of all.slice(0, third))
      record(`soak, ${name} of dev, first third`, tool, unit, look[name]);
    for (const look of all.slice(-third))
      record(`soak, ${name} of dev, last third`, tool, unit, look[name]);
  }
}

/** Reads what the server noted of itself so far. */
function readLooks(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return text === '' ? [] : text.split('\n').map(JSON.parse);
}
