import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const HERE = import.meta.dirname;

/** The floor of any build with Vite: a page and a script that do nothing. */
export function emptyBuild(folder) {
  const empty = path.join(folder, 'empty');
  mkdirSync(empty, { recursive: true });
  writeFileSync(path.join(empty, 'index.html'), '<script type="module" src="/main.js"></script>\n');
  writeFileSync(path.join(empty, 'main.js'), 'document.title = "empty";\n');
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  return { folder: empty, build: [process.execPath, [vite, 'build'], { cwd: empty }] };
}

/** The floor of any compiler: the text through Marked and highlight.js to one page, in a process of its own. */
export function textToHtml(deck, folder) {
  const page = path.join(folder, 'floor.html');
  return {
    folder,
    page,
    build: [process.execPath, [path.join(HERE, 'floor-html.mjs'), deck, page], { cwd: folder }],
  };
}
