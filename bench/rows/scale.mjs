import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPort, runCommand, startServer, waitForPort } from '../process.mjs';
import { nameTalk, SHARED, writeScaleProject } from '../scale-project.mjs';
import { toRunner } from '../tools.mjs';

/** What a project of many talks costs: commands with empty caches and with their own, builds, and the index of the dev server. */
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
    const { milliseconds, peak } = await runCommand(run(...words));
    note(row, 'ms', milliseconds);
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
  writeFileSync(file, text);
  await measureIndex({ root, run, note, row: 'index' });
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
