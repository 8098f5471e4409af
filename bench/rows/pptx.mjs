import { statSync } from 'node:fs';
import path from 'node:path';
import { attempt } from '../peers.mjs';
import { runCommand } from '../process.mjs';

/** A PowerPoint file of the deck, of real text and tables. */
export async function measurePptx({ rostrum, peers, folder, runs, record }) {
  for (let run = 0; run < runs; run++) {
    for (const tool of [rostrum, ...peers].filter(({ pptx }) => pptx)) {
      const file = path.join(folder, 'deck.pptx');
      await attempt(tool, async () => {
        const { milliseconds, processor, peak } = await runCommand(tool.pptx(file));
        record('PPTX', tool, 'ms', milliseconds);
        record('PPTX, processor', tool, 'ms', processor);
        record('PPTX, memory', tool, 'MB', peak);
        record('PPTX, size', tool, 'kB', statSync(file).size / 1000);
      });
    }
  }
}
