import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { isSamePath } from '../../paths.ts';
import type { Terminal } from '../../terminal.ts';

/** Reports that a configuration changed which Vite did not read itself, and so does not read again. */
export function watchConfig(server: ViteDevServer, file: string, terminal: Terminal): void {
  server.watcher.add(file);
  server.watcher.on('change', (changed) => {
    if (!isSamePath(path.resolve(changed), file)) return;
    terminal.complain(
      `${path.basename(file)} changed, and is not in force yet.`,
      'End "dev" with Ctrl-C and start it again.',
    );
  });
}
