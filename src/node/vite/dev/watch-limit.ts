import type { ViteDevServer } from 'vite';
import { listAssets, listProject } from '../../project/read-folder.ts';
import { hasCode } from '../../system-error.ts';
import type { Terminal } from '../../terminal.ts';

const POLL_INTERVAL_MS = 1000;
/** Linux's error codes for too many watched files or watchers. */
const LIMITS = ['ENOSPC', 'EMFILE'];
const MESSAGE = 'The system lets no more files be watched, so they are looked at each second.';
const HINT =
  'On Linux "sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=1024" raises the limit.';

/** Polls the files of the project when the system's watch limit is reached, and reports that once. */
export function pollBeyondLimit(
  { watcher, httpServer, config }: ViteDevServer,
  { terminal, note }: { terminal: Terminal; note: (file: string) => void },
): void {
  let timer: NodeJS.Timeout | undefined;
  // Vite prints a line for each file that is not watched.
  watcher.removeAllListeners('error');
  watcher.on('error', (error) => {
    if (!hasCode(error, ...LIMITS)) {
      terminal.complain(`A file cannot be watched: ${String(error)}`);
    } else if (!timer) {
      terminal.complain(MESSAGE, HINT);
      timer = setInterval(notePresent(config.root, note), POLL_INTERVAL_MS).unref();
    }
  });
  httpServer?.once('close', () => clearInterval(timer));
}

/** Returns a function that lists the current files and those of the previous call. */
function notePresent(root: string, note: (file: string) => void): () => void {
  let last: string[] = [];
  return () => {
    const { slides, datasets, scripts } = listProject(root);
    const files = [...slides, ...datasets.values(), ...scripts, ...listAssets(root)];
    for (const file of new Set([...last, ...files])) note(file);
    last = files;
  };
}
