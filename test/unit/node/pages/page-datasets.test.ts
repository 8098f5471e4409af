import { expect, test } from 'vitest';
import { pickDatasets } from '../../../../src/node/pages/page-data/page-datasets.ts';
import { compileTexts } from '../../../support/fixtures.ts';

const rows = '[{ "asOf": "2024-01-01", "n": 5, "source": "s" }]';
const data = `{ "title": "D", "sources": { "s": { "name": "S" } }, "rows": ${rows} }`;

test('a page that does not change has the data of its blocks, and those of values are words alone', () => {
  const { talks } = compileTexts({
    'slides/talks/t.md':
      '---\ntitle: T\ndate: 2024-06-01\n---\n\n# {{ told.n }}\n\n---\n\n# B\n\n```figure\ndata: drawn\nvalue: n\nlabel: "Beside {{ within.n }}"\n```\n',
    'data/told.json': data,
    'data/drawn.json': data,
    'data/within.json': data,
  });
  const [talk] = talks;
  if (!talk) throw new Error('There is no talk.');
  expect(talk.slides[0]?.html).toContain('5');
  expect(Object.keys(pickDatasets(talk, true)).toSorted()).toEqual(['drawn', 'told', 'within']);
  expect(Object.keys(pickDatasets(talk, false)).toSorted()).toEqual(['drawn', 'within']);
});

test('a block that shows a part of a dataset keeps that part, without the dataset behind it', () => {
  const chart = 'data: drawn\ntype: column\ny: n\nevery: month\ntake: sum\n';
  const { talks } = compileTexts({
    'slides/talks/t.md': `---\ntitle: T\ndate: 2024-06-01\n---\n\n# B\n\n\`\`\`chart\n${chart}\`\`\`\n`,
    'data/drawn.json': data,
  });
  const [talk] = talks;
  if (!talk) throw new Error('There is no talk.');
  const kept = Object.keys(pickDatasets(talk, false));
  expect(kept.map((name) => name.slice(0, 8))).toEqual(['drawn?{"']);
});
