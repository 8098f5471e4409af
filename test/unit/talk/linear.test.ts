import { expect, test } from 'vitest';
import { compileMarkdown } from '../../support/slide.ts';
import { compileTexts, type Texts } from '../../support/fixtures.ts';

const TALK = 'slides/talks/talk.md';
/** Four times as much takes four times as long, and sixteen times where time grows with the square. */
const FACTOR = 4;
const MAX_RATIO = 9;
/** A machine that does something else at that moment is asked again. */
const TRIALS = 5;
/** Shorter times say nothing. */
const MIN_MS = 15;
/** What is remembered from the first time takes less, and says nothing. */
const MIN_SMALL_MS = 5;
const MAX_SIZE = 60_000;

const slide = (text: string): Texts => ({ [TALK]: `---\ntitle: T\n---\n\n# A\n\n${text}\n` });

/** Projects of a size, by the construct that they repeat. */
const CONSTRUCTS: Record<string, (size: number) => Texts> = {
  'raw HTML': (size) => slide('<b>x</b> <i class="a">y</i>\n'.repeat(size)),
  'elements in each other': (size) => slide('<div>\n'.repeat(size)),
  'elements whose markup is text': (size) => slide('a <textarea> b <title> c\n'.repeat(size)),
  'titles of a drawing': (size) => slide(`<svg>${'<g><title>x</title></g>\n'.repeat(size)}</svg>`),
  'lines of "Note:"': (size) => slide('Note: said\n\nwords\n\n'.repeat(size)),
  'keys of front matter': (size) => ({
    [TALK]: `---\n${Array.from({ length: size }, (_, index) => `key${index}: x`).join('\n')}\n---\n\n# A\n`,
  }),
  'values that are not closed in a table': (size) =>
    slide(`| a | b |\n| --- | --- |\n${'| {{ x | y |\n'.repeat(size)}`),
  'quotes in each other': (size) => slide(`${'> '.repeat(size)}x`),
  'lists in each other': (size) =>
    slide(Array.from({ length: size }, (_, index) => `${'  '.repeat(index % 12)}- x`).join('\n')),
  'containers in each other': (size) => slide('::: columns\n'.repeat(size)),
  'a long comment': (size) => slide(`<!-- ${'words of a remark\n'.repeat(size)} -->\n\nwords`),
  'comments that are not closed': (size) => slide('a <!-- b\n'.repeat(size)),
  'definitions of references': (size) =>
    slide(
      Array.from({ length: size }, (_, index) => `[r${index}]: https://a.example/${index}`).join(
        '\n',
      ),
    ),
  'links to references': (size) => slide(`[r]: https://a.example/\n\n${'[r] '.repeat(size)}`),
  'brackets that open': (size) => slide('['.repeat(size)),
  'brackets in links': (size) => slide('[a](b'.repeat(size)),
  'brackets that open and close': (size) => slide('[]('.repeat(size)),
  'runs of emphasis': (size) => slide('*a **b _c '.repeat(size)),
  'stars alone': (size) => slide('*'.repeat(size)),
  'spans of code that are not closed': (size) =>
    slide(Array.from({ length: size }, (_, index) => `${'`'.repeat(1 + (index % 40))}a`).join(' ')),
  'a table of many columns': (size) =>
    slide(`|${' a |'.repeat(size)}\n|${' --- |'.repeat(size)}\n|${' b |'.repeat(size)}`),
  'a table of many rows': (size) => slide(`| a |\n| --- |\n${'| b |\n'.repeat(size)}`),
  values: (size) => ({ ...slide('{{ list.count }} '.repeat(size)), 'data/list.json': rows(2) }),
  'rows of a dataset': (size) => ({ ...slide('{{ list.count }}'), 'data/list.json': rows(size) }),
  'rows that are wrong': (size) => ({
    ...slide('{{ list.count }}'),
    'data/list.json': JSON.stringify({ title: 'L', sources: {}, rows: Array(size).fill(7) }),
  }),
  'a chart of many rows': (size) => ({
    ...slide('```chart\ndata: list\ntype: line\nx: asOf\ny: count\n```'),
    'data/list.json': rows(size),
  }),
  slides: (size) => slide('\n---\n\n# B\n\nwords\n'.repeat(size)),
  code: (size) => slide(`\`\`\`js\n${'const a = "b"; // c\n'.repeat(size)}\`\`\``),
  'fences that are not closed': (size) => slide('- ```\n'.repeat(size)),
};

function rows(size: number): string {
  const start = Date.UTC(1800, 0, 1);
  const list = Array.from({ length: size }, (_, index) => {
    const asOf = new Date(start + index * 86_400_000).toISOString().slice(0, 10);
    return { asOf, count: index, source: 's' };
  });
  return JSON.stringify({ title: 'L', sources: { s: { name: 'S' } }, rows: list });
}

/** Returns the milliseconds of the processor that a project takes. */
function measure(texts: Texts): number {
  const start = process.cpuUsage();
  compileTexts(texts);
  return process.cpuUsage(start).user / 1000;
}

/** Returns a size that takes long enough to be measured. */
function findSize(make: (size: number) => Texts): number {
  let size = 60;
  while (size * 2 * FACTOR <= MAX_SIZE && measure(make(size)) < MIN_MS) size *= 2;
  return size;
}

compileMarkdown('# A\n');

test.each(Object.keys(CONSTRUCTS))('takes time in proportion to its size: %s', (name) => {
  const make = CONSTRUCTS[name] ?? (() => ({}));
  const size = findSize(make);
  const [small, large] = [make(size), make(size * FACTOR)];
  let ratio = Infinity;
  for (let trial = 0; trial < TRIALS && ratio > MAX_RATIO; trial++) {
    const least = Math.max(Math.min(measure(small), measure(small)), MIN_SMALL_MS);
    ratio = Math.min(ratio, measure(large) / least);
  }
  expect(ratio, `from ${size} to ${size * FACTOR}`).toBeLessThan(MAX_RATIO);
});
