import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeDeck } from './deck.mjs';
import { writeDeck } from './dialects.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const REVEAL = {
  current: '.reveal .slides section.present',
  hash: (number) => `#/${number - 1}`,
  steps: "document.querySelectorAll('section.present .fragment.visible').length",
};

/** Writes Rostrum's project and says how it is started, built and exported. */
export function makeRostrum(folder, size) {
  const deck = write(folder, 'slides/talks/deck.md', size, 'rostrum');
  const run = (...args) => [
    process.execPath,
    [path.join(ROOT, 'bin/rostrum.mjs'), ...args],
    { cwd: folder },
  ];
  return {
    ...REVEAL,
    name: 'Rostrum',
    folder,
    deck,
    caches: ['.cache'],
    page: 'deck/',
    dev: (port) => run('dev', '--port', String(port)),
    build: run('build'),
    built: { folder: path.join(folder, 'dist'), page: 'deck/' },
    pdf: (file) => run('export', '-o', file),
  };
}

/** Writes the same deck for reveal.js with its own Markdown plugin, served and built by Vite. */
export function makeReveal(folder, size) {
  const deck = write(folder, 'slides.md', size, 'reveal');
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

/** Lists the peers that are installed in a folder, or each in a folder of its own name below it. */
export function findPeers(installed, folder, size) {
  return Object.entries(PEERS).flatMap(([name, make]) => {
    const places = [installed, path.join(installed, name)];
    const bins = places.map((place) => path.join(place, 'node_modules/.bin', name));
    const bin = bins.find((file) => existsSync(file));
    return bin
      ? [make(bin, path.join(path.dirname(path.dirname(path.dirname(bin))), `bench-${size}`), size)]
      : [];
  });
}

const PEERS = {
  slidev: (bin, folder, size) => {
    const deck = write(folder, 'slides.md', size, 'slidev');
    return {
      name: 'Slidev',
      folder,
      deck,
      current: '.slidev-page',
      hash: String,
      steps: "document.querySelectorAll('.slidev-vclick-target:not(.slidev-vclick-hidden)').length",
      caches: ['node_modules/.vite', '.slidev'],
      page: '',
      dev: (port) => [bin, ['slides.md', '--port', String(port)], { cwd: folder }],
      build: [bin, ['build', 'slides.md', '--out', 'dist'], { cwd: folder }],
      built: null,
      pdf: (file) => [bin, ['export', 'slides.md', '--output', file], { cwd: folder }],
    };
  },
  marp: (bin, folder, size) => {
    const deck = write(folder, 'deck/slides.md', size, 'marp');
    return {
      name: 'Marp',
      folder,
      deck,
      current: 'svg.bespoke-marp-active',
      hash: (number) => `#${number}`,
      steps:
        "document.querySelectorAll('svg.bespoke-marp-active [data-bespoke-marp-fragment=active]').length",
      caches: [],
      page: 'slides.md',
      dev: (port) => [bin, ['--server', 'deck'], { cwd: folder, env: { PORT: String(port) } }],
      build: [bin, ['--no-stdin', 'deck/slides.md', '-o', 'dist/index.html'], { cwd: folder }],
      built: { folder: path.join(folder, 'dist'), page: '' },
      pdf: (file) => [bin, ['--no-stdin', 'deck/slides.md', '--pdf', '-o', file], { cwd: folder }],
    };
  },
  'reveal-md': (bin, folder, size) => {
    const deck = write(folder, 'slides.md', size, 'reveal-md');
    return {
      ...REVEAL,
      name: 'reveal-md',
      folder,
      deck,
      caches: [],
      page: 'slides.md',
      dev: (port) => [
        bin,
        ['slides.md', '-w', '--disable-auto-open', '--port', String(port)],
        { cwd: folder },
      ],
      build: [bin, ['slides.md', '--static', 'dist'], { cwd: folder }],
      built: { folder: path.join(folder, 'dist'), page: 'slides.html' },
      pdf: (file) => [bin, ['slides.md', '--print', file, '--disable-auto-open'], { cwd: folder }],
    };
  },
};

/** Deletes what a tool keeps between two starts. */
export function clearCaches({ folder, caches }) {
  for (const name of caches) rmSync(path.join(folder, name), { recursive: true, force: true });
}

function write(folder, name, size, dialect) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, writeDeck(makeDeck(size), dialect));
  return file;
}
