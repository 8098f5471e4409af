import { rmSync } from 'node:fs';
import path from 'node:path';
import { attempt } from '../peers.mjs';
import { runCommand } from '../process.mjs';
import { emptyBuild, textToHtml } from '../floors.mjs';
import { clearCaches } from '../tools.mjs';

/** A production build with its memory, the first one and a later one; beside it an empty Vite build, and the text through Marked and highlight.js alone. */
export async function measureBuild({ rostrum, reveal, peers, folder, runs, record }) {
  const floors = [
    { name: 'empty Vite build', ...emptyBuild(folder) },
    { name: 'marked + highlight.js', ...textToHtml(reveal.deck, folder) },
  ];
  for (let run = 0; run < runs; run++) {
    for (const tool of [rostrum, reveal, ...peers, ...floors]) {
      await attempt(tool, async () => {
        if (tool.caches) {
          clearCaches(tool);
          await buildOnce(tool, 'build, first', record);
        }
        await buildOnce(tool, 'build', record);
      });
    }
  }
}

async function buildOnce(tool, row, record) {
  rmSync(path.join(tool.folder, 'dist'), { recursive: true, force: true });
  const { milliseconds, processor, peak } = await runCommand(tool.build);
  record(row, tool, 'ms', milliseconds);
  record(`${row}, processor`, tool, 'ms', processor);
  record(`${row}, memory`, tool, 'MB', peak);
}
