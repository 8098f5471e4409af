/*
 * What talks are made of, a hundred formulas, twenty diagrams or forty photographs of 12 megapixels: node bench/contents.mjs [KIND...]
 * Prints seconds of the processor, user and system, and those that passed in brackets. Takes two minutes, most of it for the photographs.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommand } from './process.mjs';

const REPOSITORY = path.resolve(import.meta.dirname, '..');
const PROGRAM = path.join(REPOSITORY, 'bin/rostrum.mjs');
const PHOTOGRAPHS = 40;
const TIMES = /\n(\S+) (\S+) (\S+)\s*$/;

/** One diagram of each of 19 types of Mermaid; the twentieth is in dot. */
const DIAGRAMS = [
  'flowchart LR\n  accDescr: A\n  Mix --> Smooth{Smooth?}\n  Smooth -->|no| Mix\n  Smooth -->|yes| Bake',
  'sequenceDiagram\n  accDescr: A\n  Customer->>Baker: One loaf\n  Baker-->>Customer: Here you are',
  'classDiagram\n  accDescr: A\n  direction LR\n  class Dough {\n    +int water\n    +rise() void\n  }\n  Dough <|-- Rye',
  'stateDiagram-v2\n  accDescr: A\n  direction LR\n  [*] --> Cold\n  Cold --> Hot: light\n  Hot --> [*]',
  'erDiagram\n  accDescr: A\n  CUSTOMER ||--o{ ORDER : places',
  'gantt\n  accDescr: A\n  dateFormat HH:mm\n  axisFormat %H:%M\n  section Dough\n  Mix :a, 01:00, 1h\n  Rise :after a, 2h',
  'pie showData\n  accDescr: A\n  "Rye" : 45\n  "Wheat" : 55',
  'gitGraph\n  accDescr: A\n  commit id: "first"\n  branch sour\n  commit id: "second"\n  checkout main\n  merge sour',
  'mindmap\n  %% accDescr: A\n  root((Bread))\n    Flour\n    Water\n    Time',
  'timeline\n  accDescr: A\n  1700 : Barm\n  1850 : Yeast',
  'journey\n  accDescr: A\n  section Night\n    Mix: 3: Baker\n    Bake: 5: Baker',
  'quadrantChart\n  accDescr: A\n  x-axis Low --> High\n  y-axis Plain --> Tasty\n  Rye: [0.7, 0.9]',
  'xychart-beta\n  accDescr: A\n  x-axis [Mon, Tue, Wed]\n  y-axis "Loaves" 0 --> 120\n  bar [50, 60, 110]',
  'sankey-beta\n  %% accDescr: A\nMill,Bakery,60\nMill,Shop,20',
  'requirementDiagram\n  accDescr: A\n  requirement crust {\n    id: 1\n    text: crackles\n    risk: high\n    verifymethod: test\n  }',
  'C4Context\n  accDescr: A\n  Person(c, "Customer")\n  System(s, "Shop")\n  Rel(c, s, "buys")',
  'block-beta\n  %% accDescr: A\n  columns 2\n  a["Rye"] b["Wheat"]',
  'kanban\n  %% accDescr: A\n  todo[To do]\n    t1[Feed the sour]',
  'packet-beta\n  %% accDescr: A\n  0-7: "kind"\n  8-15: "grams"',
];

const FORMULAS = [
  (n) => `\\sum_{i=1}^{${n}} i = \\frac{${n}(${n}+1)}{2}`,
  (n) => `\\int_0^{${n}} e^{-x^2}\\,dx \\approx \\frac{\\sqrt{\\pi}}{2}`,
  (n) =>
    `\\begin{pmatrix} ${n} & b \\\\ c & d \\end{pmatrix}^{-1} = \\frac{1}{${n}d - bc} \\begin{pmatrix} d & -b \\\\ -c & ${n} \\end{pmatrix}`,
];

const TALKS = {
  formulas: () =>
    Array.from({ length: 25 }, (_, slide) => {
      const shown = FORMULAS.map((write) => `$$\n${write(slide + 1)}\n$$`).join('\n\n');
      return `# Formulas ${slide + 1}\n\nWith $n = ${slide + 1}$:\n\n${shown}`;
    }),
  diagrams: () => [
    ...DIAGRAMS.map((text, index) => `# Diagram ${index + 1}\n\n${fence('mermaid', text)}`),
    `# In dot\n\n${fence('dot', 'digraph { rankdir=LR; tooltip="A"; mix -> rise -> bake }')}`,
  ],
  photographs: () =>
    Array.from(
      { length: PHOTOGRAPHS },
      (_, index) => `# Photograph\n\n![One](/assets/${index}.jpg)`,
    ),
};

function fence(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Writes a project with a cache of its own. */
async function writeProject(kind) {
  const root = mkdtempSync(path.join(tmpdir(), `rostrum-${kind}-`));
  mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
  mkdirSync(path.join(root, 'node_modules'));
  mkdirSync(path.join(root, 'assets'));
  for (const name of readdirSync(path.join(REPOSITORY, 'node_modules'))) {
    if (name.startsWith('.') || name === 'rostrum') continue;
    symlinkSync(path.join(REPOSITORY, 'node_modules', name), path.join(root, 'node_modules', name));
  }
  symlinkSync(REPOSITORY, path.join(root, 'node_modules/rostrum'));
  const head = `---\ntitle: ${kind}\ndate: 2026-01-01\n---\n\n---\nlayout: cover\n---\n\n---\n\n`;
  writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(root, 'slides/talks/talk.md'), head + TALKS[kind]().join('\n\n---\n\n'));
  if (kind === 'photographs') await writePhotographs(path.join(root, 'assets'));
  return root;
}

/** Writes photographs of 4000 by 3000 pixels, 3 MB each: clouds with the noise of a sensor. */
async function writePhotographs(folder) {
  const { default: sharp } = await import('sharp');
  const noise = (width, height, sigma) =>
    sharp({
      create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma } },
    });
  for (let index = 0; index < PHOTOGRAPHS; index++) {
    const clouds = await noise(16, 12, 60).png().toBuffer();
    const grain = await noise(4000, 3000, 20).png({ compressionLevel: 0 }).toBuffer();
    await sharp(clouds)
      .resize(4000, 3000, { kernel: 'cubic' })
      .composite([{ input: grain, blend: 'soft-light' }])
      .jpeg({ quality: 90 })
      .toFile(path.join(folder, `${index}.jpg`));
  }
}

/** Runs Rostrum; gives the seconds of the processor that it and its children took, and those that passed. */
async function time(root, words) {
  const script = `TIMEFORMAT='%U %S %R'; time '${process.execPath}' '${PROGRAM}' ${words}`;
  const { output } = await runCommand(['bash', ['-c', script], { cwd: root }]);
  const [, user, system, wall] = TIMES.exec(output) ?? [];
  return { cpu: Number(user) + Number(system), wall: Number(wall) };
}

function sizeOf(place) {
  const found = statSync(place);
  if (!found.isDirectory()) return found.size;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0);
}

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
const seconds = ({ cpu, wall }) => `${cpu.toFixed(1)} s of CPU (${wall.toFixed(1)} s)`;

async function measure(kind) {
  const root = await writeProject(kind);
  try {
    const [first, again] = [await time(root, 'build'), await time(root, 'build')];
    const page = readFileSync(path.join(root, 'dist/talk/index.html'));
    const pdf = [await time(root, 'export -o a.pdf'), await time(root, 'export -o a.pdf')];
    const zipped = gzipSync(page, { level: 9 }).length;
    const rows = [
      ['build, first and again', `${seconds(first)}, ${seconds(again)}`],
      ['export, first and again', pdf.map(seconds).join(', ')],
      ['page', `${kilobytes(page.length)}, ${kilobytes(zipped)} gzipped`],
      ['site', kilobytes(sizeOf(path.join(root, 'dist')))],
      ['PDF', kilobytes(sizeOf(path.join(root, 'a.pdf')))],
    ];
    const lines = rows.map(([name, value]) => `${name.padEnd(25)}${value}`);
    process.stdout.write(`\n${kind}\n${lines.join('\n')}\n`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
for (const kind of Object.keys(TALKS))
  if (asked.length === 0 || asked.includes(kind)) await measure(kind);
