import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openWindow, withBrowser } from './browser.mjs';

const [, , page, file, search = ''] = process.argv;

// Node's own start is not the browser's, so the clock starts here and the time goes out as text.
const started = performance.now();
await withBrowser(async (browser) => {
  const window = await openWindow(browser);
  await window.page.goto(`${pathToFileURL(page).href}${search}`);
  const options = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true };
  writeFileSync(file, await window.page.pdf(options));
});
process.stdout.write(String(performance.now() - started));
