import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';

const WORDS =
  'the scheduler decides which of the tasks that could run does run on what core and for how long a **reference** to `kernel::sync` memory';

let stage: BuiltStage;

/** Some words, the same for the same numbers. */
function say(count: number, from: number): string {
  const words = WORDS.split(' ');
  return Array.from({ length: count }, (_, at) => words[(at * 7 + from) % words.length]).join(' ');
}

function times(count: number, part: (index: number) => string, between = '\n'): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(between);
}

function tableOf(rows: number, columns: number, words: number): string {
  const line = (from: number): string =>
    `| ${times(columns, (column) => say(1 + ((from + column) % words), from + column), ' | ')} |`;
  return [line(0), `|${'---|'.repeat(columns)}`, times(rows, (row) => line(row + 1))].join('\n');
}

/** Bodies of slides of every kind and length that still fit in 18 px. */
function listBodies(): string[] {
  const paragraphs = [1, 2, 3, 4, 5, 6].flatMap((count) =>
    [8, 30, 60, 70].map((words) => times(count, (index) => say(words, index), '\n\n')),
  );
  const lists = [1, 3, 5, 7, 9, 12].flatMap((count) =>
    [2, 9, 20].map((words) => times(count, (index) => `- ${say(words, index)}`)),
  );
  const nested = [2, 4, 6].map((count) =>
    times(count, (index) => `- ${say(9, index)}\n  - ${say(12, index)}\n  - ${say(3, index)}`),
  );
  const tables = [2, 8, 12, 15, 18].flatMap((rows) =>
    [2, 4, 7].map((columns) => tableOf(rows, columns, rows > 8 ? 1 : 2)),
  );
  const code = [5, 13, 17, 22, 27, 30].map(
    (lines) => `\`\`\`c\n${times(lines, (index) => `int x${index}; // ${say(4, index)}`)}\n\`\`\``,
  );
  const quotes = [10, 60].map((words) => `> ${say(words, 1)}\n>\n> ${say(4, 2)}`);
  const mixed = [1, 2, 3].map((part) =>
    [
      say(20 * part, 3),
      times(part + 2, (index) => `- ${say(8, index)}`),
      tableOf(part + 2, 3, 2),
    ].join('\n\n'),
  );
  const columns = [4, 12].map(
    (count) =>
      `::: columns\n::: column\n${times(count, (at) => `- ${say(5, at)}`)}\n:::\n::: column\n${say(40, 2)}\n:::\n:::`,
  );
  const formulas = [1, 3, 5].flatMap((count) => [
    times(count, () => '$$\\sum_{i=1}^n \\frac{x_i}{2} = \\sqrt{y}$$', '\n\n'),
    times(count, (at) => `${say(30, at)} $\\frac{a_${at}}{b}$ and $x^2$, ${say(9, at)}`, '\n\n'),
    `$$\\begin{aligned}${times(2 * count, (at) => `x_{${at}} &= ${at}`, '\\\\')}\\end{aligned}$$`,
    `$$${times(4 * count, (at) => `x_{${at}}`, ' + ')} = 0$$`,
  ]);
  const others = [
    'x'.repeat(300),
    `| a | b |\n|---|---|\n| ${'w'.repeat(120)} | c |`,
    '调度器决定哪些任务可以运行。'.repeat(30),
    'מתזמן הליבה מחליט '.repeat(20),
  ];
  return [
    ...paragraphs,
    ...lists,
    ...nested,
    ...tables,
    ...code,
    ...quotes,
    ...mixed,
    ...columns,
    ...formulas,
    ...others,
  ];
}

beforeAll(async () => {
  const slides = listBodies().map(
    (body, index) => `---\nid: s${index}\n---\n\n# Slide ${index}\n\n${body}\n`,
  );
  const talk = `---\ntitle: Sizes\nevent: A conference\n---\n\n# Sizes\n\n${slides.join('\n')}`;
  stage = await openBuiltStage({ 'slides/talks/sizes.md': talk });
});

afterAll(() => stage[Symbol.asyncDispose]());

interface Measured {
  id: string;
  fit: string;
  size: number;
  least: number;
  /** How far the content reaches beyond its room, at the foot and at the right. */
  below: number;
  beside: number;
}

function measure(page: Page): Promise<Measured[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section.slide')].slice(1).map((slide) => {
      const body = slide.querySelector('.slide-body');
      const texts = document.createTreeWalker(body ?? slide, NodeFilter.SHOW_TEXT);
      const room = (body ?? slide).getBoundingClientRect();
      let [least, below, beside] = [99, -99, -99];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (!text.textContent?.trim() || !text.parentElement) continue;
        if (text.parentElement.closest('.formula')) continue;
        const range = new Range();
        range.selectNodeContents(text);
        const { bottom, right } = range.getBoundingClientRect();
        least = Math.min(least, parseFloat(getComputedStyle(text.parentElement).fontSize));
        below = Math.max(below, bottom - room.bottom);
        beside = Math.max(beside, right - room.right);
      }
      for (const formula of (body ?? slide).querySelectorAll('.formula .base')) {
        const { bottom, right } = formula.getBoundingClientRect();
        below = Math.max(below, bottom - room.bottom);
        beside = Math.max(beside, right - room.right);
      }
      const size = parseFloat(getComputedStyle(body ?? slide).fontSize);
      return { id: slide.id, fit: slide.dataset['fit'] ?? '', size, least, below, beside };
    }),
  );
}

test('what can be read in 18 px fits, and nothing is smaller', async () => {
  const slides = await measure(await stage.open('sizes/?print'));
  expect(slides.length).toBeGreaterThan(70);
  const wrong = slides.filter(({ below, beside, least }) => below > 2 || beside > 2 || least < 18);
  expect(wrong).toEqual([]);
});

test('the deck has the sizes of the print view', async () => {
  const printed = await measure(await stage.open('sizes/?print'));
  const deck = await measure(await stage.open('sizes/'));
  expect(deck.map(({ id, fit, size }) => [id, fit, size])).toEqual(
    printed.map(({ id, fit, size }) => [id, fit, size]),
  );
});
