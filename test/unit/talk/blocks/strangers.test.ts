import { expect, test } from 'vitest';
import { ALL_BLOCKS } from '../../../support/blocks.ts';
import type { Cell, Row } from '../../../../src/talk/model/dataset.ts';
import { compileExample } from '../../../gallery/compile.ts';
import { makeView, type Example } from '../../../gallery/example.ts';
import { examples } from '../../../gallery/registry.ts';
import { HOSTILE, HOSTILE_ADDRESSES, INTRUDER, listLively } from '../../../support/inert.ts';
import { compileMarkdown } from '../../../support/slide.ts';

const TEXTS = [HOSTILE, ...HOSTILE_ADDRESSES];

test('the guard of these tests sees what it has to', () => {
  expect(listLively(`<b>${HOSTILE}</b>`)).toEqual([
    `<${INTRUDER}>`,
    `${INTRUDER} onclick="evil()"`,
    '<script>',
  ]);
  for (const url of HOSTILE_ADDRESSES.slice(0, -1)) {
    expect(listLively(`<a href='${url}'>x</a>`), url).toHaveLength(1);
  }
});

const BY_BLOCK = ALL_BLOCKS.map((block) => {
  const own = Object.entries(examples).filter(
    ([, { block: name = 'chart' }]) => name === block.name,
  );
  return { block, own };
});

test.each(BY_BLOCK)(
  'no text of a dataset becomes markup or a live link in $block.name',
  ({ block, own }) => {
    expect(own.length).toBeGreaterThan(0);
    let shown = 0;
    for (const [id, example] of own) {
      for (const hostile of spoil(example)) {
        const html = compile(id, hostile, block);
        shown += html.includes('evil()') || html.includes(INTRUDER) ? 1 : 0;
        expect(listLively(html), id).toEqual([]);
      }
    }
    // A block that takes all its words from its author has nothing to show of strangers.
    if (own.some(([, { datasets }]) => datasets.length > 0)) expect(shown).toBeGreaterThan(0);
  },
);

/** Writes each hostile text into each column, and into each name that a dataset has for itself. */
function spoil(example: Example): Example[] {
  return example.datasets.flatMap((view, index) =>
    TEXTS.flatMap((text) => {
      const columns = [...view.columns, 'url', 'site', 'source', 'unknown'];
      const views = [
        ...columns.map((column) => ({
          ...view,
          rows: view.rows.map((row) => fill(row, column, text)),
        })),
        { ...view, rows: view.rows.map((row) => mapTexts(row as Cell, text) as Row) },
        { ...view, title: text, unit: text, sources: { s: { name: text, url: text } } },
      ];
      return views.map((spoiled): Example => {
        const datasets = example.datasets.map((one, at) => (at === index ? spoiled : one));
        return { ...example, datasets };
      });
    }),
  );
}

function fill(row: Row, column: string, text: string): Row {
  return { ...row, [column]: mapTexts(row[column] ?? '', text) };
}

/** Replaces the words in a cell, however deep they lie; numbers stay, so that there is something to draw. */
function mapTexts(cell: Cell, text: string): Cell {
  if (typeof cell === 'string') return text;
  if (Array.isArray(cell)) return cell.map((one) => mapTexts(one, text));
  if (typeof cell !== 'object' || cell === null) return cell;
  return Object.fromEntries(Object.entries(cell).map(([key, one]) => [key, mapTexts(one, text)]));
}

function compile(id: string, example: Example, block: (typeof ALL_BLOCKS)[number]): string {
  try {
    return compileExample(id, example, block);
  } catch {
    // Data that mean nothing any more are a problem, which is escaped as all problems are.
    return '';
  }
}

test('a column of addresses makes links of those alone that lead to the web', () => {
  const block = ALL_BLOCKS.find(({ name }) => name === 'table');
  const rows = [...HOSTILE_ADDRESSES, 'https://example.org/'].map((site) => ({ name: 'x', site }));
  const spec = { data: 'strange', columns: [{ column: 'name', link: 'site' }] };
  const example = { title: 'Links', block: 'table', spec, datasets: [makeView('strange', rows)] };
  const html = block ? compileExample('links', example, block) : '<script>';
  expect(listLively(html)).toEqual([]);
  expect(html).toContain('<a href="https://example.org/">x</a>');
});

test('values, sources and problems show texts of strangers as texts, wherever they stand', () => {
  for (const text of TEXTS) {
    const dataset = {
      title: text,
      unit: text,
      key: 'name',
      sources: { s: { name: text, url: 'https://example.org/' } },
      rows: [{ asOf: '2024-01', name: text, [text]: 1, source: 's' }],
    };
    const data = { 'data/strange.json': JSON.stringify(dataset) };
    const markdown = `# {{ strange.name }}

{{ strange.name }} **{{ strange.name }}** [{{ strange.name }}](https://example.org/ "{{ strange.name }}")

![{{ strange.name }}](https://example.org/a.png) {{ strange.nothing }} {{ strange["x"].y }}

| {{ strange.name }} |
| --- |
| a |

\`\`\`html {values}
{{ strange.name }}
\`\`\`

\`\`\`chart
data: strange
type: bar
y: nothing
x: name
\`\`\`

Note: {{ strange.name }}
`;
    const { talks } = compileMarkdown(markdown, data);
    const [slide] = talks[0]?.slides ?? [];
    expect(listLively(slide?.html ?? '<script>')).toEqual([]);
    expect(listLively(slide?.notes ?? '<script>')).toEqual([]);
  }
});

test.each(HOSTILE_ADDRESSES.slice(0, -1))(
  'the address %s of a source is a problem and no link',
  (url) => {
    const sources = { s: { name: 'S', url } };
    const dataset = { title: 'T', sources, rows: [{ asOf: '2024-01', n: 5, source: 's' }] };
    const data = { 'data/strange.json': JSON.stringify(dataset) };
    const { talks, problems } = compileMarkdown('# One\n\n{{ strange.n }}\n', data);
    expect(problems.map(({ code }) => code)).toContain('bad-url');
    expect(talks[0]?.slides[0]?.html).not.toContain('href=');
  },
);
