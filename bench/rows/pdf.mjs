import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { textToHtml } from '../floors.mjs';
import { attempt } from '../peers.mjs';
import { readPdfContent } from '../pdf-content.mjs';
import { runCommand } from '../process.mjs';

const HERE = path.resolve(import.meta.dirname, '..');

/**
 * A PDF of the deck, and two floors: the same browser starting, loading and printing a finished page of the same text without any
 * design, and the very page that Rostrum prints.
 */
export async function measurePdf({ rostrum, reveal, peers, folder, runs, record }) {
  const floor = textToHtml(reveal.deck, folder);
  await runCommand(floor.build);
  const same = path.join(folder, 'same.html');
  await runCommand(rostrum.single(same));
  const print = (name, ...page) => ({
    name,
    folder,
    pdf: (file) => [
      process.execPath,
      [path.join(HERE, 'floor-print.mjs'), page[0], file, page[1] ?? ''],
    ],
  });
  const floors = [
    print('Chromium alone', floor.page),
    print('Chromium alone, our page', same, '?print'),
  ];
  for (let run = 0; run < runs; run++) {
    for (const tool of [rostrum, ...floors, ...peers].filter(({ pdf }) => pdf)) {
      const file = path.join(folder, 'deck.pdf');
      rmSync(file, { force: true });
      await attempt(tool, async () => {
        const { milliseconds, peak, output } = await runCommand(tool.pdf(file));
        record('PDF', tool, 'ms', floors.includes(tool) ? Number(output) : milliseconds);
        record('PDF, memory', tool, 'MB', peak);
        record('PDF, size', tool, 'kB', statSync(file).size / 1000);
        recordContent(file, tool, record);
      });
    }
  }
}

function recordContent(file, tool, record) {
  const { pages, isTagged, hasOutline } = readPdfContent(readFileSync(file));
  record('PDF, pages', tool, 'pages', pages);
  record('PDF, tagged', tool, 'share', isTagged ? 1 : 0);
  record('PDF, with outline', tool, 'share', hasOutline ? 1 : 0);
}
