import { expect, test } from 'vitest';
import { bodyOf, codesOf } from '../../../../support/slide.ts';
import { parseLibrary } from '../parse.ts';

/** A moment of work, and hours where matching has no end, which the time of a test ends. */
const LETTERS = 10_000;

const repeat = (unit: string, letters = LETTERS): string => unit.repeat(letters / unit.length);
const word = repeat('x');

const ENDLESS: Record<string, string> = {
  'a word with an at sign': `${word}@`,
  'a word that could be an address': repeat('a_', 2 * LETTERS),
  'exclamation marks': repeat('!', 2 * LETTERS),
  'links that begin and do not go on': repeat('http', 4 * LETTERS),
  'stars within words': repeat('_a*', 0.8 * LETTERS),
  'tildes within words': repeat('~www.'),
  'a point of a list with ever new lines': `- ${repeat('a\n')}`,
  'bars in a list': `- ${repeat('|\n')}`,
  'empty quotes': repeat('>\n\n', 4 * LETTERS),
  'tags without an end': repeat('<?', 4 * LETTERS),
};

test.each(Object.entries(ENDLESS))('no time without end goes into %s', (_, text) => {
  expect(bodyOf(text)).not.toBe('');
});

test('braces that never close are told each, and that takes no time without end', () => {
  expect(codesOf(repeat('{{ a ', 2 * LETTERS))).toEqual(
    Array(LETTERS / 2.5).fill('unclosed-value'),
  );
});

test('more problems than a function takes arguments are told each', () => {
  const many = 150_000;
  for (const unit of ['{{ ', '<!-- a -->\n\n']) {
    const text = `# A slide\n\n${unit.repeat(many)}\n\n<!-- notes -->\n`;
    const { problems } = parseLibrary(text);
    expect(problems).toHaveLength(many);
  }
});

test('a word without end keeps all its letters, and what stands beside it its meaning', () => {
  const body = bodyOf(`*before* ${word}@y.z ${word}_${word} me@example.org **after**`);
  expect(body).toContain(
    `<em>before</em> ${word}@y.z ${word}_${word} <a href="mailto:me@example.org"`,
  );
  expect(body).toContain('<strong>after</strong>');
});

test('an address as long as addresses get is a link', () => {
  const address = `https://example.org/?code=${'a1_b'.repeat(2000)}`;
  expect(bodyOf(`See ${address} there`)).toContain(`<a href="${address}"`);
});

test('in a long text emphasis is what it was, up to a thousand letters', () => {
  const names = Array.from(
    { length: 3000 },
    (_, index) => `**name ${index}**, _${index}_, ~~${index}~~`,
  ).join(' ');
  const body = bodyOf(names);
  expect(body.match(/<strong>name \d+<\/strong>, <em>\d+<\/em>, <del>\d+<\/del>/g)).toHaveLength(
    3000,
  );
  const far = 'far '.repeat(300);
  expect(bodyOf(`${names} *${far}* end`)).toContain(`*${far}* end`);
  expect(bodyOf(`*${'near '.repeat(900)}end*`)).toContain('<em>near');
});

test('a heading may be underlined below a long text of many lines, within reason', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
  expect(bodyOf(`# First\n\n${lines}\n===`)).toContain('<h3>line 0');
});
