import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toRow } from './live-talk.mjs';

const DAYS = 40;
const TITLE = 'Charts';
const BODY = `The newest is {{ flow.count }}.

\`\`\`chart
data: flow
type: line
x: asOf
y: [first, second]
\`\`\`

---

## A figure

\`\`\`figure
data: flow
value: third
\`\`\`

---

## Releases

\`\`\`timeline
data: releases
cadence: 9w
\`\`\`
`;
const RELEASES = [
  ['1.0', '2023-11-05', '2024-01-07'],
  ['1.1', '2024-01-07', '2024-03-10'],
  ['1.2', '2024-03-10', '2024-05-12'],
];
const SOURCES = { bench: { name: 'The bench', url: 'https://example.org/' } };

/** Writes a talk that has all elements which draw, with data that stay as they are. */
export function writeChartTalk(folder) {
  const days = Array.from({ length: DAYS }, (_, day) => toRow(day, 0));
  const releases = RELEASES.map(([version, opened, released]) => ({
    version,
    released,
    opened,
  }));
  write(folder, 'slides/talks/charts.md', `---\ntitle: ${TITLE}\n---\n\n# ${TITLE}\n\n${BODY}`);
  write(folder, 'data/flow.json', toDataset('Flow', days));
  write(folder, 'data/releases.json', toDataset('Releases', releases));
  return { page: 'charts/', first: TITLE };
}

function toDataset(title, rows) {
  return JSON.stringify({ title, unit: 'things', sources: SOURCES, rows });
}

function write(folder, name, text) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
