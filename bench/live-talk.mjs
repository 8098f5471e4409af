import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DAY = 86_400_000;
const FIRST = Date.UTC(1996, 0, 1);
const COLUMNS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const CHARTS = [
  'type: line\ny: first',
  'type: area\ny: second',
  'type: column\ny: third\nlimit: 6',
  'type: line\ny: [fourth, fifth]',
  'type: dot\ny: fifth\nlimit: 6',
  'type: bar\ny: sixth\nlimit: 6',
];

/** How many days the six charts show; each update is one of them. */
export const DAYS = 40;

/** Writes a talk of one slide with six charts that follow a stream. */
export function writeSixCharts(folder, stream) {
  const columns = [0, 2, 4].map(
    (index) =>
      `::: column\n${CHARTS.slice(index, index + 2)
        .map((spec) => toFence(`${spec}\nx: asOf\nheight: 200`))
        .join('\n')}:::\n`,
  );
  const body = `The newest is {{ flow.count }}.\n\n::: columns\n${columns.join('\n')}:::\n`;
  const rows = Array.from({ length: DAYS }, (_, day) => toRow(day, 0));
  write(folder, { title: 'Six charts', body, stream, rows });
}

/** Writes a talk of one slide with a line of `points` points. */
export function writePoints(folder, stream, points) {
  const body = `The newest is {{ flow.count }}.\n\n${toFence('type: line\nx: asOf\ny: first')}`;
  const rows = Array.from({ length: points }, (_, day) => {
    const { asOf, count, first } = toRow(day, 0);
    return { asOf, count, first };
  });
  write(folder, { title: 'Many points', body, stream, rows });
}

/** The row of a day; its numbers differ with `count`, which the slide shows for the newest day. */
export function toRow(day, count) {
  const cells = COLUMNS.map((name, index) => [
    name,
    500 + Math.round(400 * Math.sin((day + 1) * (index + 1) * 0.1 + count * 0.7)),
  ]);
  const asOf = new Date(FIRST + day * DAY).toISOString().slice(0, 10);
  return { asOf, count, ...Object.fromEntries(cells) };
}

function toFence(spec) {
  return `\`\`\`chart\ndata: flow\n${spec}\n\`\`\`\n`;
}

function write(folder, { title, body, stream, rows }) {
  const sources = { bench: { name: 'The bench', url: 'https://example.org/' } };
  const live = { interval: '1min', stream };
  const files = {
    'slides/talks/live.md': `---\ntitle: ${title}\n---\n\n# ${title}\n\n${body}`,
    'data/flow.json': JSON.stringify({ title: 'Flow', unit: 'things', sources, live, rows }),
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
