import type { Browser } from '../chromium/chromium.ts';
import type { Terminal } from '../terminal.ts';

/** Reports once, on first use, that the browser runs without its sandbox. */
export function noteSandbox(
  browser: () => Promise<Browser>,
  terminal: Terminal,
): () => Promise<Browser> {
  let isSaid = false;
  return async () => {
    const opened = await browser();
    const { sandboxObstacle } = opened;
    if (!isSaid && sandboxObstacle !== null)
      terminal.note(`The browser runs without its sandbox: ${sandboxObstacle}.`);
    isSaid = true;
    return opened;
  };
}
