import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEVELS, type Level } from '../../../../src/talk/render/fit/fit-levels.ts';
import { parseTree } from '../../../../src/talk/render/fit/fit-tree.ts';
import { countLines, cutWords, widthOfLine } from '../../../../src/talk/render/fit/fit-words.ts';
import { compileSlide } from '../../../support/slide.ts';

const CSS = new URL('../../../../src/browser/styles/slides/fit.css', import.meta.url);
const SENTENCE =
  'The scheduler decides which of the tasks that could run does run, and for how long. ';

const fitOf = (body: string, layout = 'default'): string => {
  const { html } = compileSlide(`---\nlayout: ${layout}\n---\n\n# Title\n\n${body}\n`);
  return /data-fit="([^"]*)"/.exec(html.slice(0, html.indexOf('>')))?.[1] ?? '';
};
const sizeOf = (name: string): number => LEVELS.find((level) => level.name === name)?.size ?? 0;
const list = (points: number, text = 'A point'): string =>
  Array.from({ length: points }, () => `- ${text}`).join('\n');
const paragraphs = (count: number, sentences: number): string =>
  Array.from({ length: count }, () => SENTENCE.repeat(sentences)).join('\n\n');
const rows = (count: number): string => `| A | B |\n|---|---|\n${'| one | two |\n'.repeat(count)}`;
const code = (lines: number): string => `\`\`\`c\n${'int x;\n'.repeat(lines)}\`\`\``;

/** Says what the stylesheet has for a level. */
function declare({ name, size, leading, gap, listGap, table, code: text }: Level): string[] {
  const own = [
    `--fit: calc(${size} / 28)`,
    `--leading-fit: ${leading}`,
    `--air: ${gap}px`,
    `--air-list: ${listGap}px`,
  ];
  if (size >= 28) return [name, ...own];
  return [
    name,
    ...own,
    `--table-size: ${table.size}px`,
    `--table-padding: ${table.padding}px`,
    `--table-leading: ${table.leading}`,
    `--code-fit: ${text.size}px`,
    `--code-padding: ${text.padding}px`,
    `--code-leading: ${text.leading}`,
  ];
}

test('the stylesheet has the sizes that the compiler computes with', () => {
  const css = readFileSync(CSS, 'utf8');
  for (const level of LEVELS.filter(({ name }) => name !== '')) {
    const body = new RegExp(`\\n\\[data-fit='${level.name}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
    const found = body.split(';').map((line) => line.trim());
    expect([level.name, ...found.slice(0, declare(level).length - 1)]).toEqual(declare(level));
  }
});

test('code and tables below words in the open are as small as the compiler computes with', () => {
  const css = readFileSync(CSS, 'utf8');
  const [, body = ''] = /\n:is\(\[data-fit='50'\][^{]*\{([^}]*)\}/.exec(css) ?? [];
  const found = body.split(';').map((line) => line.trim());
  const least = LEVELS.slice(-1).flatMap(declare);
  const sizes = least.filter((line) => /^--(?:table|code)-/.test(line));
  expect(sizes).toHaveLength(6);
  expect(found).toEqual(expect.arrayContaining(sizes));
});

test('sizes only shrink from one level to the next, and none is under 18 px', () => {
  for (const [index, level] of LEVELS.entries()) {
    const next = LEVELS[index + 1] ?? level;
    expect(next.size).toBeLessThanOrEqual(level.size);
    expect(next.gap).toBeLessThanOrEqual(level.gap);
    expect(next.table.size).toBeLessThanOrEqual(level.table.size);
    expect(Math.min(level.size, level.table.size, level.code.size)).toBeGreaterThanOrEqual(18);
  }
});

test('few points speak louder, and nine use the room there is', () => {
  expect(sizeOf(fitOf(list(3)))).toBe(38);
  expect(sizeOf(fitOf(list(5)))).toBe(32);
  expect(sizeOf(fitOf(list(7)))).toBeGreaterThan(28);
  expect(sizeOf(fitOf(list(9)))).toBeGreaterThanOrEqual(27);
  expect(sizeOf(fitOf(list(20)))).toBeGreaterThanOrEqual(18);
});

test('a few paragraphs are enlarged only as long as they fit', () => {
  expect(sizeOf(fitOf(paragraphs(2, 1)))).toBe(34);
  expect(sizeOf(fitOf(paragraphs(4, 2)))).toBeLessThan(34);
  expect(sizeOf(fitOf(paragraphs(4, 4)))).toBeLessThan(28);
  expect(fitOf(paragraphs(6, 9))).toBe('full');
});

test('tables and code shrink by their rows, whatever stands beside them', () => {
  expect(fitOf(rows(6))).toBe('');
  expect(fitOf(rows(15))).toBe('64');
  expect(sizeOf(fitOf(`${paragraphs(1, 2)}\n\n${rows(13)}`))).toBeLessThan(sizeOf(fitOf(rows(13))));
  expect(fitOf(code(10))).toBe('');
  expect(fitOf(code(23))).toBe('tight');
  expect(fitOf(code(30))).toBe('full');
});

test('two columns are as high as the higher one', () => {
  const both = fitOf(`${list(12)}\n\n::right::\n\n${list(2)}`, 'two-columns');
  expect(sizeOf(both)).toBeLessThan(28);
  expect(fitOf(`${list(3)}\n\n::right::\n\n${list(2)}`, 'two-columns')).toBe('');
});

test.each(['cover', 'section', 'statement', 'center', 'end'])('a long %s shrinks', (layout) => {
  const { html } = compileSlide(
    `---\nlayout: ${layout}\n---\n\n# ${SENTENCE.repeat(2)}\n\n${SENTENCE.repeat(6)}\n`,
  );
  expect(html).toMatch(/^<section [^>]*data-fit="\d\d"/);
});

test('a slide with a problem keeps the usual size', () => {
  expect(fitOf(`{{ none.count }}\n\n${paragraphs(4, 4)}\n\n\`\`\`chart\nx: 1\n\`\`\``)).toBe('');
});

test('lines are counted by the widths of letters, and words that are too long are cut', () => {
  const wordsOf = (html: string) => cutWords(parseTree(html).children);
  expect(widthOfLine(wordsOf('iiii'), 100)).toBeCloseTo(100);
  expect(widthOfLine(wordsOf('<b>mm</b>'), 100)).toBeCloseTo(177.6);
  expect(countLines(wordsOf('one two three'), 20, 80)).toBe(2);
  expect(countLines(wordsOf('one<br>two'), 20, 800)).toBe(2);
  expect(countLines(wordsOf('m'.repeat(100)), 20, 200)).toBeGreaterThan(8);
  expect(countLines(wordsOf('调度器决定哪些任务'), 20, 100)).toBe(2);
  expect(countLines(wordsOf('well-known'), 20, 60)).toBe(2);
  expect(countLines(wordsOf(' '), 20, 60)).toBe(0);
});

test('HTML is read with the end tags that its author left out', () => {
  const { children } = parseTree('<ul><li>a<li>b</ul><p>c<p>d');
  expect(children).toHaveLength(3);
  expect(children[0]).toMatchObject({ name: 'ul', children: [{ name: 'li' }, { name: 'li' }] });
});

test('a table of data gives way to the words beside it', () => {
  const rows = Array.from(
    { length: 9 },
    (_, at) => `{ "name": "Row ${at}", "n": ${at}, "source": "s" }`,
  );
  const data = `{ "title": "T", "key": "name", "sources": { "s": { "name": "S" } }, "rows": [${rows.join(', ')}] }`;
  const sizeIn = (words: string): number => {
    const body = `# T\n\n${words}\n\n\`\`\`table\ndata: t\ncolumns: [name, n]\n\`\`\`\n`;
    const { html, blocks } = compileSlide(body, { 'data/t.json': data });
    expect(blocks).toHaveLength(1);
    // What the compiler sized itself never takes room from the title.
    expect(html).not.toMatch(/data-fit="(?:tight|packed|full)"/);
    return Number(/--size: (\d+)px/.exec(html)?.[1]);
  };
  expect(sizeIn(SENTENCE.repeat(6))).toBeLessThan(sizeIn('Few words.'));
});

test('a narrow table keeps its size in a column of its slide', () => {
  const rows = Array.from({ length: 7 }, (_, index) => ({ year: `${1965 + index}`, ppm: 320.04 }));
  const data = JSON.stringify({ title: 'Air', sources: { a: { name: 'A' } }, rows });
  const table = '```table\ndata: air\ncolumns: [year, ppm]\n```';
  const text = `---\nlayout: two-columns\n---\n\n# Years\n\n${table}\n\n::right::\n\nWords.\n`;
  const { html } = compileSlide(text, { 'data/air.json': data });
  expect(html).toMatch(/--size: 26px;[^"]*width: min\(100%, \d+px\)/);
});
