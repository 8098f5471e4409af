import { rmSync } from 'node:fs';
import path from 'node:path';
import { attempt } from '../peers.mjs';
import { runCommand } from '../process.mjs';
import { emptyBuild, textToHtml } from '../floors.mjs';

/** A production build with its memory; beside it an empty Vite build, and the text through Marked and highlight.js alone. */
export async function measureBuild({ rostrum, reveal, peers, folder, runs, record }) {
  const floors = [
    { name: 'empty Vite build', ...emptyBuild(folder) },
    { name: 'marked + highlight.js', ...textToHtml(reveal.deck, folder) },
  ];
  for (let run = 0; run < runs; run++) {
    for (const tool of [rostrum, reveal, ...peers, ...floors]) {
      rmSync(path.join(tool.folder, 'dist'), { recursive: true, force: true });
      await attempt(tool, async () => {
        const { milliseconds, peak } = await runCommand(tool.build);
        record('build', tool, 'ms', milliseconds);
        record('build, memory', tool, 'MB', peak);
      });
    }
  }
}
