import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLibrary, parseSlide, parseTalk, printProblem, tokensOf } from './parse.ts';

/** The examples in the documentation for authors. */
function readExamples(): string[] {
  const text = readFileSync('docs/writing.md', 'utf8');
  return tokensOf(parseSlide(text), 'codeblock')
    .filter(({ language }) => language === 'text')
    .map((token) => token.text);
}

test('finds nothing wrong with the examples for authors', () => {
  const [talk = '', ...examples] = readExamples();
  expect(examples.length).toBeGreaterThan(10);
  expect(parseTalk(talk).problems).toEqual([]);
  for (const example of examples) {
    expect(parseLibrary(example).problems.map(printProblem), example).toEqual([]);
  }
});

test('reads the first example as the documentation tells it', () => {
  const { head, slides } = parseTalk(readExamples()[0] ?? '');
  expect(head).toMatchObject({ title: 'Rust for Linux', date: '2024-09-18' });
  expect(slides.map(({ spec }) => spec.layout ?? spec.src)).toEqual([
    'cover',
    undefined,
    '../library/community.md#zulip-users',
  ]);
  expect(slides[1]?.notes).toBe('Ask who is subscribed.');
});

test('keeps the text as it came, and the path', () => {
  const text = '# a\r\n\r\n---\r\n\r\n# b\r\n';
  expect(parseLibrary(text)).toMatchObject({ path: 'a.md', text });
  expect(parseLibrary(text).slides.map(({ raw }) => raw)).toEqual(['# a', '# b']);
});

test('gives each problem a place in the file', () => {
  const text = '---\nid: a b\nx: y\n---\n\n::: foo\n{{ a\n\n```js {9}\nb';
  const { problems } = parseLibrary(text);
  expect(problems.map(printProblem)).toEqual([
    '2:5+3 wrong-value',
    '3:1+1 unknown-key',
    '6:1+7 unclosed-container',
    '6:1+7 unknown-container',
    '7:1+2 unclosed-value',
    '9:1+9 unclosed-fence',
    '9:8+1 bad-line-steps',
  ]);
  expect(problems.every(({ span }) => span?.file === 'a.md')).toBe(true);
});

test('parses the same text to the same file each time', () => {
  const text = '# T\n\n- a *b*\n\n```js\nc\n```\n\n---\n\n| a | b |\n|---|---|\n| {{ c }} | d |\n';
  const first = JSON.stringify(parseLibrary(text));
  parseLibrary('```open\n[a]: http://b\n<!--');
  expect(JSON.stringify(parseLibrary(text))).toBe(first);
});

test('takes strange files without throwing', () => {
  for (const text of [
    '',
    '\n',
    '---',
    '--- ',
    '---\n---',
    '---\n:',
    '{{',
    '<!--',
    '```',
    ':::',
    '|\n|-',
  ]) {
    expect(() => parseLibrary(text)).not.toThrow();
    expect(() => parseTalk(text)).not.toThrow();
  }
});

test('reads no file with more slides than anybody shows', () => {
  const { slides, problems } = parseLibrary('---\n\n'.repeat(20_002));
  expect(slides).toHaveLength(1);
  expect(problems.map(({ code }) => code)).toEqual(['too-many-slides']);
});
