import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openRevision } from './against.mjs';
import { chooseBrowser, nameBrowser } from './browser.mjs';
import { listWorse, listWorseThan } from './compare.mjs';
import { attempt, findPeers } from './peers.mjs';
import { runCommand } from './process.mjs';
import { renderTable } from './report.mjs';
import { measureBuild } from './rows/build.mjs';
import { measureDev } from './rows/dev.mjs';
import { measureEdit } from './rows/edit.mjs';
import { measureInsert } from './rows/insert.mjs';
import { measureKeys } from './rows/keys.mjs';
import { measureLiveHour } from './rows/live-hour.mjs';
import { measureLive } from './rows/live.mjs';
import { measurePaint } from './rows/paint.mjs';
import { measurePdf } from './rows/pdf.mjs';
import { measurePoints } from './rows/points.mjs';
import { measurePptx } from './rows/pptx.mjs';
import { measureScale } from './rows/scale.mjs';
import { measureSoak } from './rows/soak.mjs';
import { measureChartVisit } from './rows/visit-charts.mjs';
import { measureVisit } from './rows/visit.mjs';
import { summarize } from './statistics.mjs';
import { makeReveal, makeRostrum } from './tools.mjs';

const ROWS = {
  build: measureBuild,
  visit: measureVisit,
  paint: measurePaint,
  keys: measureKeys,
  dev: measureDev,
  edit: measureEdit,
  insert: measureInsert,
  pdf: measurePdf,
  pptx: measurePptx,
};
/** Rows about charts and live data, of small talks of their own. */
const OWN_ROWS = {
  charts: measureChartVisit,
  live: measureLive,
  'live-hour': measureLiveHour,
  points: measurePoints,
  scale: measureScale,
  soak: measureSoak,
};
const ALL_ROWS = [...Object.keys(ROWS), ...Object.keys(OWN_ROWS)];
/** Takes as long as it is told, and says nothing in a minute. */
const BY_NAME = ['soak'];
/** Rows that look at a built deck. */
const AFTER_BUILD = ['visit', 'paint', 'keys'];

const HELP = `npm run bench -- [--size 80,1000] [--runs 3] [--seconds 60] [--peers FOLDER]
  [--talks 10,100,400] [--against REVISION] [--compare FILE]
  [--only ${ALL_ROWS.join(',')}]
Measures Rostrum, the floors below it and plain reveal.js with Vite on the same decks; with --peers also
Slidev, Marp and reveal-md where they are installed in FOLDER. The rows about charts and live data have talks of their own;
"live" and "soak" last --seconds. Rows of "scale" have projects of --talks talks. --against measures the Rostrum of another commit in turns with this one, --compare
names the rows that are more than a tenth worse than in a file of earlier results. Results: a table, and bench/results.json.
`;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '80,1000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: ALL_ROWS.filter((row) => !BY_NAME.includes(row)).join(',') },
    seconds: { type: 'string', default: '60' },
    peers: { type: 'string' },
    talks: { type: 'string', default: '10,100,400' },
    against: { type: 'string' },
    compare: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) process.stdout.write(HELP);
else await measure();

async function measure() {
  const names = values.only.split(',');
  const unknown = names.find((name) => !ROWS[name] && !OWN_ROWS[name]);
  if (unknown !== undefined) throw new Error(`There is no row "${unknown}". ${HELP}`);
  chooseBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-bench-'));
  // A file that cannot be read fails before minutes of measuring.
  const before = values.compare ? JSON.parse(readFileSync(values.compare, 'utf8')) : null;
  const other = openOther(folder);
  const results = { node: process.version, processors: cpus().length, browser: '', sizes: {} };
  try {
    // The first export of all builds the engine and unpacks the browser, once for an installation.
    const first = makeRostrum(path.join(folder, 'first'), 1);
    await runCommand(first.pdf(path.join(folder, 'first.pdf')));
    results.browser = await nameBrowser();
    const ofDecks = Object.keys(ROWS).filter((name) => names.includes(name));
    for (const size of ofDecks.length > 0 ? values.size.split(',').map(Number) : []) {
      results.sizes[size] = await measureSize(path.join(folder, String(size)), size, {
        names: ofDecks,
        other,
      });
    }
    const ofOwn = names.filter((name) => OWN_ROWS[name]);
    if (ofOwn.length > 0) results.sizes[1] = await measureOwnRows(folder, ofOwn, other);
  } finally {
    other?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  const file = path.join(import.meta.dirname, 'results.json');
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  process.stdout.write(`\n${renderTable(results)}\n`);
  const worse = [
    ...(before ? listWorse(results, before) : []),
    ...(other ? listWorseThan(results, other.name) : []),
  ];
  for (const line of worse) process.stdout.write(`${line}\n`);
}

/** Opens the Rostrum of another commit; undefined where none is named. */
function openOther(folder) {
  const { against } = values;
  if (against === undefined) return undefined;
  const root = path.join(folder, 'against');
  return { name: `Rostrum ${against}`, root, remove: openRevision(against, root) };
}

async function measureSize(folder, size, { names, other }) {
  mkdirSync(folder, { recursive: true });
  const rostrum = makeRostrum(path.join(folder, 'rostrum'), size);
  const reveal = makeReveal(path.join(folder, 'reveal'), size);
  const { samples, record } = openSamples();
  const peers = [
    ...(other ? [makeRostrum(path.join(folder, 'against'), size, other)] : []),
    ...(values.peers ? findPeers(path.resolve(values.peers), folder, size) : []),
  ];
  const setting = { rostrum, reveal, peers, folder, size, runs: Number(values.runs), record };
  if (!names.includes('build') && names.some((name) => AFTER_BUILD.includes(name))) {
    for (const tool of [rostrum, reveal, ...peers]) {
      await attempt(tool, () => runCommand(tool.build));
    }
  }
  for (const name of names) {
    process.stderr.write(`${size} slides: ${name}\n`);
    await ROWS[name](setting);
  }
  return summarizeAll(samples);
}

async function measureOwnRows(folder, names, other) {
  const { samples, record } = openSamples();
  for (const name of names) {
    process.stderr.write(`${name}\n`);
    const setting = { folder: path.join(folder, name), seconds: Number(values.seconds), record };
    const tool = { name: 'Rostrum', root: path.resolve(import.meta.dirname, '..') };
    const tools = other ? [tool, other] : [tool];
    const counts = { talks: values.talks.split(',').map(Number), runs: Number(values.runs) };
    await OWN_ROWS[name]({ ...setting, ...counts, tool, tools });
  }
  return summarizeAll(samples);
}

function openSamples() {
  const samples = {};
  const record = (row, { name }, unit, value) => {
    samples[row] ??= { unit, tools: {} };
    samples[row].tools[name] ??= [];
    samples[row].tools[name].push(value);
  };
  return { samples, record };
}

function summarizeAll(samples) {
  const rows = Object.entries(samples).map(([row, { unit, tools }]) => {
    const values = Object.entries(tools).map(([name, list]) => [name, summarize(list)]);
    return [row, { unit, tools: Object.fromEntries(values) }];
  });
  return Object.fromEntries(rows);
}
