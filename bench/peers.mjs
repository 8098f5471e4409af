import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { REVEAL, writeTalk } from './tools.mjs';

/**
 * Lists the peers that are installed in a folder, or each in a folder of its own name below it. What is installed beside a peer
 * comes first on its path, so that the npm package `node` gives it another Node; PDFs come from the browser of all rows.
 */
export function findPeers(installed, folder, size) {
  return Object.entries(PEERS).flatMap(([name, make]) => {
    const places = [path.join(installed, name), installed];
    const place = places.find((one) => existsSync(path.join(one, 'node_modules/.bin', name)));
    return place === undefined ? [] : [makePeer(make, { name, place, folder, size })];
  });
}

/** Measures something of a tool; a peer that fails says so and leaves its cells empty, anything else ends the bench. */
export async function attempt(tool, work) {
  try {
    return await work();
  } catch (error) {
    if (!tool.isPeer) throw error;
    process.stderr.write(`${tool.name}: ${String(error.message).split('\n', 1)[0]}\n`);
    return undefined;
  }
}

function makePeer(make, { name, place, folder, size }) {
  const tools = path.join(place, 'node_modules/.bin');
  const own = path.join(place, `bench-${size}`);
  const env = { PATH: `${tools}${path.delimiter}${process.env.PATH}` };
  const run = (args, more) => [
    path.join(tools, name),
    args,
    { cwd: own, env: { ...env, ...more } },
  ];
  const write = (file) => writeTalk(own, file, size, name);
  return {
    name,
    isPeer: true,
    folder: own,
    ...make({ run, write, own, browser: writeBrowser(folder) }),
  };
}

/** Peers start a browser by one path and with no words of ours, so those go into a script. */
function writeBrowser(folder) {
  const { executablePath, env } = findBrowser();
  const file = path.join(folder, 'browser.sh');
  const settings = ['LD_LIBRARY_PATH', 'FONTCONFIG_FILE'].flatMap((name) =>
    env[name] === undefined ? [] : [`${name}='${env[name]}'`],
  );
  const call = `'${executablePath}' --no-sandbox --no-zygote --disable-gpu "$@"`;
  writeFileSync(file, `#!/bin/sh\n${settings.join(' ')} exec ${call}\n`);
  chmodSync(file, 0o755);
  return file;
}

const PEERS = {
  slidev: ({ run, write, own, browser }) => ({
    name: 'Slidev',
    deck: write('slides.md'),
    current: '.slidev-page',
    hash: String,
    steps: "document.querySelectorAll('.slidev-vclick-target:not(.slidev-vclick-hidden)').length",
    caches: ['node_modules/.vite', 'node_modules/.slidev', '.slidev'],
    page: '',
    dev: (port) => run(['slides.md', '--port', String(port)]),
    build: run(['build', 'slides.md', '--out', 'dist']),
    built: { folder: path.join(own, 'dist'), page: '' },
    pdf: (file) => run(['export', 'slides.md', '--output', file, '--executable-path', browser]),
  }),
  marp: ({ run, write, own, browser }) => ({
    name: 'Marp',
    deck: write('deck/slides.md'),
    current: 'svg.bespoke-marp-active',
    hash: (number) => `#${number}`,
    steps:
      "document.querySelectorAll('svg.bespoke-marp-active [data-bespoke-marp-fragment=active]').length",
    caches: [],
    page: 'slides.md',
    dev: (port) => run(['--server', 'deck'], { PORT: String(port) }),
    build: run(['--no-stdin', 'deck/slides.md', '-o', 'dist/index.html']),
    built: { folder: path.join(own, 'dist'), page: '' },
    pdf: (file) =>
      run(['--no-stdin', 'deck/slides.md', '--pdf', '-o', file], { CHROME_PATH: browser }),
  }),
  'reveal-md': ({ run, write, own, browser }) => ({
    ...REVEAL,
    deck: write('slides.md'),
    caches: [],
    page: 'slides.md',
    dev: (port) => run(['slides.md', '-w', '--disable-auto-open', '--port', String(port)]),
    build: run(['slides.md', '--static', 'dist']),
    built: { folder: path.join(own, 'dist'), page: 'slides.html' },
    pdf: (file) =>
      run([
        ...['slides.md', '--print', file, '--disable-auto-open'],
        ...['--puppeteer-chromium-executable', browser],
      ]),
  }),
};
