import { openBrowser, type Browser } from '../chromium/browser.ts';
import type { Terminal } from '../terminal.ts';

/** Opens a browser, and says so where it runs without its sandbox. */
export async function openNoted(terminal: Terminal): Promise<Browser> {
  const browser = await openBrowser();
  const { sandboxObstacle } = browser;
  if (sandboxObstacle !== null)
    terminal.note(`The browser runs without its sandbox: ${sandboxObstacle}.`);
  return browser;
}
