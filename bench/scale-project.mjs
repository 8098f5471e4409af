import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeTable } from './dialects.mjs';
import { CODE, SENTENCES, TABLES, TITLES } from './words.mjs';

const LIBRARY_FILES = 40;
const SLIDES_OF_FILE = 10;
const OWN_SLIDES = 20;
/** Files of the library that a talk takes whole; the first of them is in every talk. */
const FILES_OF_TALK = 4;
const DATASETS = 8;

/** How the first dataset is refreshed: from a file, whose rows differ from those that there are. */
const RECIPE = `import { defineDataset, v } from 'rostrum';
export default defineDataset({
  schema: v.object({ asOf: v.string(), count: v.number() }),
  refresh: {
    id: 'us', source: { name: 'Us' }, minInterval: '1min', updatePeriod: '1d', staleAfter: '30d',
    ask: { file: 'raw/set0.csv', format: 'csv' },
  },
});
`;

/** The library file that every talk takes, and the word that an edit of it changes. */
export const SHARED = { file: 'slides/library/library-00.md', slide: 'shared-0', word: 'word0' };

/** Returns a function that gives whole numbers below a limit, the same ones for the same seed. */
export function makeRandom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % limit;
  };
}

/** Writes a project of talks of 61 slides each, over the same library of 40 files, by a seed. */
export function writeScaleProject(root, talks, seed = 1) {
  const random = makeRandom(seed);
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (let data = 0; data < DATASETS; data++) write(`data/set${data}.json`, writeDataset(data));
  write('data/set0.ts', RECIPE);
  write('data/raw/set0.csv', 'asOf,count\n2024-01,88\n2025-01,92\n');
  for (let file = 0; file < LIBRARY_FILES; file++)
    write(`slides/library/${nameFile(file)}`, writeLibraryFile(file, random));
  for (let talk = 0; talk < talks; talk++)
    write(`slides/talks/${nameTalk(talk)}.md`, writeTalk(talk, random));
}

/** Names a talk by its number. */
export function nameTalk(talk) {
  return `talk-${String(talk).padStart(3, '0')}`;
}

function nameFile(file) {
  return `library-${String(file).padStart(2, '0')}.md`;
}

function writeTalk(talk, random) {
  const head = [
    `title: Talk ${talk}`,
    `speaker: Speaker ${talk % 37}`,
    `event: Event ${talk % 50}`,
    `date: ${2018 + (talk % 9)}-${String(1 + (talk % 12)).padStart(2, '0')}-15`,
  ];
  const own = Array.from({ length: OWN_SLIDES }, (_, at) =>
    writeSlide(`Own ${talk} ${at}`, random),
  );
  const first = random(LIBRARY_FILES - 1);
  const files = Array.from({ length: FILES_OF_TALK }, (_, at) =>
    at === 0 ? 0 : 1 + ((first + at * 7) % (LIBRARY_FILES - 1)),
  );
  const taken = files.map((file) => `\n\n---\nsrc: ../library/${nameFile(file)}\n---`);
  const slides = [`# Talk ${talk}`, ...own].join('\n\n---\n\n');
  return `---\n${head.join('\n')}\n---\n\n${slides}${taken.join('')}\n`;
}

function writeLibraryFile(file, random) {
  const name = file === 0 ? 'Shared' : `Library ${file}`;
  const slides = Array.from({ length: SLIDES_OF_FILE }, (_, at) =>
    at === 0 && file === 0
      ? `## Shared 0\n\nEvery talk shows this ${SHARED.word}.`
      : writeSlide(`${name} ${at}`, random),
  );
  return `${slides.join('\n\n---\n\n')}\n`;
}

/** Writes a slide: a list, code, a table, values of a dataset or a chart of it. */
function writeSlide(title, random) {
  const words = TITLES[random(TITLES.length)];
  const line = () => SENTENCES[random(SENTENCES.length)];
  const set = `set${random(DATASETS)}`;
  const kind = random(10);
  const head = `## ${title}: ${words}`;
  if (kind < 4) return `${head}\n\n- ${line()}\n- ${line()}\n- ${line()}\n\nNote: ${line()}`;
  if (kind < 6) {
    const [language, text] = CODE[random(CODE.length)];
    return `${head}\n\n\`\`\`${language}\n${text}\n\`\`\``;
  }
  if (kind === 6) return `${head}\n\n${writeTable(TABLES[random(TABLES.length)])}`;
  if (kind === 7)
    return `${head}\n\n\`\`\`chart\ndata: ${set}\ntype: line\nx: asOf\ny: count\n\`\`\``;
  return `${head}\n\nThere are {{ ${set}.count }} of them. ${line()}`;
}

function writeDataset(data) {
  const rows = Array.from({ length: 12 }, (_, at) => ({
    asOf: `${2013 + at}-01`,
    count: 10 + data * 100 + at * 7,
    source: 'us',
  }));
  const sources = { us: { name: 'Us', url: 'https://example.org/' } };
  return `${JSON.stringify({ title: `Set ${data}`, unit: 'things', sources, rows }, null, 1)}\n`;
}
