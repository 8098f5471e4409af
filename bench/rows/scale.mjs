import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWindow, waitForSlide, withBrowser } from '../browser.mjs';
import { findPort, runCommand, startServer, waitForPort } from '../process.mjs';
import { nameTalk, SHARED, writeScaleProject } from '../scale-project.mjs';
import { sleep } from '../statistics.mjs';
import { REVEAL, toRunner } from '../tools.mjs';

/** Talks up to which all slides are measured in a browser. */
const CHECKED = 10;
const EDITS = 8;

/** What a project of many talks costs: commands with empty caches and with their own, builds, and the index and an edit in dev. */
export async function measureScale({ folder, tools, talks, runs, record }) {
  for (const count of talks) {
    for (const tool of tools) {
      const root = path.join(folder, `${tool.name}-${count}`.replaceAll(/\W+/g, '-'));
      writeScaleProject(root, count);
      const note = (row, unit, value) => record(`${row}, ${count} talks`, tool, unit, value);
      for (let run = 0; run < runs; run++) await measureOnce({ root, tool, count, note });
      rmSync(root, { recursive: true, force: true });
    }
  }
}

async function measureOnce({ root, tool, count, note }) {
  const run = toRunner(tool.root, root);
  const time = async (row, ...words) => {
    const { milliseconds, processor, peak } = await runCommand(run(...words));
    note(row, 'ms', milliseconds);
    note(`${row}, processor`, 'ms', processor);
    return peak;
  };
  for (const name of ['.cache', 'dist'])
    rmSync(path.join(root, name), { recursive: true, force: true });
  await measureIndex({ root, run, note, row: 'index, empty caches' });
  rmSync(path.join(root, '.cache'), { recursive: true, force: true });
  await time('where, empty caches', 'where', SHARED.slide);
  await time('where', 'where', SHARED.slide);
  await time('data status', 'data', 'status');
  await time('check --no-browser', 'check', '--no-browser');
  note('build, memory', 'MB', await time('build', 'build'));
  await time('build, again', 'build');
  const file = path.join(root, `slides/talks/${nameTalk(count >> 1)}.md`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text.trimEnd()}\n\n---\n\n## One more\n`);
  await time('build, one slide changed', 'build');
  if (count <= CHECKED) await measureCheck({ time, file, text });
  writeFileSync(file, text);
  await time('refresh --dry-run, with impact', 'data', 'refresh', 'set0', '--dry-run');
  await measureIndex({ root, run, note, row: 'index' });
  await measureSharedEdit({ root, run, note, talk: nameTalk(count >> 1) });
}

/** Measures all slides in a browser: for the first time, with nothing changed, and with one slide more. */
async function measureCheck({ time, file, text }) {
  await time('check, first', 'check');
  await time('check, nothing changed', 'check');
  writeFileSync(file, `${text.trimEnd()}\n\n---\n\n## One other\n`);
  await time('check, one slide changed', 'check');
}

/** From saving a slide that all talks show to the frame after the page of one of them shows it. */
async function measureSharedEdit({ root, run, note, talk }) {
  const file = path.join(root, SHARED.file);
  const text = readFileSync(file, 'utf8');
  const port = await findPort();
  const server = startServer(run('dev', '--offline', '--port', String(port)));
  try {
    const host = await waitForPort(port, server);
    await withBrowser(async (browser) => {
      const { page } = await openWindow(browser);
      await page.goto(`http://${host}:${port}/${talk}/#/${SHARED.slide}`);
      await waitForSlide(page, REVEAL.current, SHARED.word);
      await sleep(2500);
      for (let edit = 1; edit <= EDITS; edit++) {
        const word = `${SHARED.word}edit${edit}x`;
        const started = performance.now();
        writeFileSync(file, text.replace(SHARED.word, word));
        await waitForSlide(page, REVEAL.current, word);
        note('edit of a shared slide to painted', 'ms', performance.now() - started);
        await sleep(700);
      }
    });
  } finally {
    await server.stop();
    writeFileSync(file, text);
  }
}

/** From the request for the index to its last byte, of a dev server that has started; then once more. */
async function measureIndex({ run, note, row }) {
  const port = await findPort();
  const server = startServer(run('dev', '--offline', '--port', String(port)));
  try {
    const host = await waitForPort(port, server);
    const visit = async () => {
      const started = performance.now();
      const answer = await fetch(`http://${host}:${port}/`, { headers: { accept: 'text/html' } });
      const bytes = (await answer.arrayBuffer()).byteLength;
      return { milliseconds: performance.now() - started, bytes };
    };
    const first = await visit();
    note(row, 'ms', first.milliseconds);
    note(`${row}, bytes`, 'kB', first.bytes / 1000);
    note(`${row}, again`, 'ms', (await visit()).milliseconds);
    note(`${row}, dev memory`, 'MB', server.memory());
  } finally {
    await server.stop();
  }
}
