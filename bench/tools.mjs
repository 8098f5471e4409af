import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeDeck } from './deck.mjs';
import { writeDeck } from './dialects.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
/** How reveal.js says where it is. */
export const REVEAL = {
  current: '.reveal .slides section.present',
  hash: (number) => `#/${number - 1}`,
  steps: "document.querySelectorAll('section.present .fragment.visible').length",
};

/** Returns a function that gives the command line of the Rostrum in a folder, run in a project. */
export function toRunner(root, folder) {
  return (...args) => [
    process.execPath,
    [path.join(root, 'bin/rostrum.mjs'), ...args],
    { cwd: folder },
  ];
}

/** Writes Rostrum's project and says how it is started, built and exported; `root` is where that Rostrum is. */
export function makeRostrum(folder, size, { name = 'Rostrum', root = ROOT } = {}) {
  const deck = writeTalk(folder, 'slides/talks/deck.md', size, 'rostrum');
  const run = toRunner(root, folder);
  return {
    ...REVEAL,
    name,
    root,
    folder,
    deck,
    caches: ['.cache'],
    page: 'deck/',
    dev: (port) => run('dev', '--port', String(port)),
    build: run('build'),
    built: { folder: path.join(folder, 'dist'), page: 'deck/' },
    pdf: (file) => run('export', '-o', file),
    pptx: (file) => run('export', '--format', 'pptx', '-o', file),
    single: (file) => run('export', '-f', 'html', '--single', '--no-sources', '-o', file),
  };
}

/** Writes the same deck for reveal.js with its own Markdown plugin, served and built by Vite. */
export function makeReveal(folder, size) {
  const deck = writeTalk(folder, 'slides.md', size, 'reveal');
  cpSync(path.join(import.meta.dirname, 'reveal'), folder, { recursive: true });
  const modules = path.join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(path.join(ROOT, 'node_modules'), modules, 'junction');
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const options = { cwd: folder, env: { BENCH_ALLOW: ROOT } };
  return {
    ...REVEAL,
    name: 'reveal + Vite',
    folder,
    deck,
    caches: ['.vite'],
    page: '',
    dev: (port) => [process.execPath, [vite, '--port', String(port), '--strictPort'], options],
    build: [process.execPath, [vite, 'build'], options],
    built: { folder: path.join(folder, 'dist'), page: '' },
  };
}

/** Deletes what a tool keeps between two starts. */
export function clearCaches({ folder, caches }) {
  for (const name of caches) rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** Writes the deck of a size in a tool's Markdown; gives its path. */
export function writeTalk(folder, name, size, dialect) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, writeDeck(makeDeck(size), dialect));
  return file;
}
