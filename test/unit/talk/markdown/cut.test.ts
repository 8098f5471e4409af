import { expect, test } from 'vitest';
import { parseLibrary, parseTalk, printProblem, printSpan, problemsOf } from './parse.ts';

const count = (text: string) => parseLibrary(text).slides.length;
const rawsOf = (text: string) => parseLibrary(text).slides.map(({ raw }) => raw);

test('cuts slides at lines of three or more dashes', () => {
  expect(rawsOf('a\n\n---\n\nb\n\n-----  \n\nc')).toEqual(['a', 'b', 'c']);
});

test('cuts below a paragraph instead of making it a heading', () => {
  expect(rawsOf('Not a heading\n---\nnext')).toEqual(['Not a heading', 'next']);
  expect(rawsOf('- item\n---\nnext')).toEqual(['- item', 'next']);
  expect(rawsOf('> quote\n---\nnext')).toEqual(['> quote', 'next']);
});

test('reports a cut that is within an element, and none where dashes are text', () => {
  expect(count('<details>\nA\n---\nB\n</details>')).toBe(1);
  expect(problemsOf('<details>\nA\n---\nB\n--\n</details>')).toEqual(['3:1+3 swallowed-cut']);
  expect(problemsOf('<div><pre>\n---\n</pre></div>')).toEqual([]);
  expect(problemsOf('<div title="\n---\n">x</div>')).toEqual([]);
  expect(problemsOf('<div>\n<!--\n---\n-->\n</div>')).toEqual([]);
  expect(count('<p>x</p>\nvvv\ny')).toBe(2);
});

test('still reads headings underlined with equals signs', () => {
  expect(parseLibrary('Title\n===\n\ntext').slides[0]?.tokens[0]).toMatchObject({
    type: 'heading',
    depth: 1,
  });
});

test('leaves other rules and shorter lines alone', () => {
  expect(count('a\n\n***\n\nb\n\n- - -\n\nc\n\n___\n\nd\n -- \ne')).toBe(1);
});

test('cuts nothing in code, lists, tables, quotes, raw HTML, comments and containers', () => {
  expect(count('```yaml\na\n---\nb\n```')).toBe(1);
  expect(count('- a\n\n  ---\n\n  b')).toBe(1);
  expect(count('a | b\n--- | ---\nc | d')).toBe(1);
  expect(count('> a\n>\n> ---\n>\n> b')).toBe(1);
  expect(count('<div>\n---\n</div>')).toBe(1);
  expect(count('<pre>\na\n\n---\n\nb\n</pre>')).toBe(1);
  expect(count('<!-- a\n\n---\n\nb -->')).toBe(1);
  expect(count('::: terminal\na\n\n---\n\nb\n:::')).toBe(1);
});

test('cuts directly below elements that are closed, and not within elements or tags', () => {
  expect(rawsOf('<div>a</div>\n---\nb')).toEqual(['<div>a</div>', 'b']);
  expect(rawsOf('<br>\n---\nb')).toEqual(['<br>', 'b']);
  expect(rawsOf('<p>a\n---\n\nb')).toEqual(['<p>a', 'b']);
  expect(rawsOf('<!-- a -->\n---\nb')).toEqual(['<!-- a -->', 'b']);
  expect(parseLibrary('<div>a</div>\n---\nlayout: center\n---\nb').slides[1]?.spec).toEqual({
    layout: 'center',
  });
  expect(count('<details>\n<summary>a</summary>\n---\nb</details>')).toBe(1);
  expect(count('<div title="\n---\n">a</div>')).toBe(1);
  expect(count('<div><!--\n---\n--></div>')).toBe(1);
});

test('begins the next slide at the mark of a vertical one, below notes too, and says so', () => {
  const { slides, problems } = parseLibrary('# A\n\nNote: said\n\n--\n\n# B\n\nvvv\n\n# C\n');
  expect(slides.map(({ raw, notes }) => [raw, notes])).toEqual([
    ['# A\n\nNote: said', 'said'],
    ['# B', ''],
    ['# C', ''],
  ]);
  expect(problems.map(printProblem)).toEqual(['5:1+2 foreign-syntax', '9:1+3 foreign-syntax']);
  expect(rawsOf('text\n--\n# B')).toEqual(['text', '# B']);
  expect(count('```\n--\n```\n\n::: terminal\n--\n\na\n:::\n\n- a\n  --\n')).toBe(1);
});

/** Blocks that a line of dashes could belong to. */
const BLOCKS = [
  'text',
  '- a',
  '- a\n  - b',
  '1. a\n\n2. b',
  '> a',
  '> - a',
  '| a |\n|---|\n| {{ b.c | ago 1y }} |',
  'a | b\n--- | ---\nc | d',
  '<div>a</div>',
  '<details>\n<summary>a</summary>\nb\n</details>',
  '<!-- a -->',
  '![a](b.png)',
  '```\na\n```',
  '::: columns\n::: column\na\n:::\n:::',
  'Note: said',
];

test.each(BLOCKS)(
  'begins a slide directly below %j, and a vertical one with a warning',
  (block) => {
    expect(count(`# A\n\n${block}\n---\n# B`)).toBe(2);
    const { slides, problems } = parseLibrary(`# A\n\n${block}\n--\n# B`);
    expect(slides).toHaveLength(2);
    expect(problems.map(({ code }) => code)).toEqual(['foreign-syntax']);
  },
);

test('drops empty slides at both ends and keeps those between with a warning', () => {
  expect(rawsOf('---\n\n---\n\na\n\n---\n\n---\n')).toEqual(['a']);
  expect(rawsOf('a\n\n---\n\n---\n\nb')).toEqual(['a', '', 'b']);
  expect(problemsOf('a\n\n---\n\n---\n\nb')).toEqual(['3:1+3 empty-slide']);
});

test('has no slides in a file without text', () => {
  expect(count('')).toBe(0);
  expect(count('\n\n---\n')).toBe(0);
  expect(parseTalk('---\ntitle: T\n---\n')).toMatchObject({ head: { title: 'T' }, slides: [] });
});

test('says where a slide begins: at its front matter, else at its text', () => {
  const text = '\nfirst\n\n---\nid: second\n---\n\n# T\n\n---\n\n\n  third\n';
  const { slides } = parseLibrary(text);
  expect(slides.map(({ span }) => printSpan(span))).toEqual(['2:1+5', '5:1+10', '13:3+5']);
  expect(slides.map(({ raw }) => raw)).toEqual(['first', '---\nid: second\n---\n\n# T', '  third']);
});

test('reads link definitions slide by slide', () => {
  const text = '[a][x]\n\n[x]: http://one\n\n---\n\n[b][x]\n\n[x]: http://two\n\n---\n\n[c][x]';
  const links = parseLibrary(text).slides.map((slide) => {
    const [paragraph] = slide.tokens;
    const [first] = (paragraph && 'tokens' in paragraph && paragraph.tokens) || [];
    return first && 'href' in first ? first.href : first?.raw;
  });
  expect(links).toEqual(['http://one', 'http://two', '[c][x]']);
});

test('parses the same text to the same slide wherever it stands', () => {
  const slide = '# T\n\n- a {{ b.c }}\n\n<!-- notes -->';
  const { slides } = parseLibrary(`${slide}\n\n---\n\nother\n\n---\n\n${slide}`);
  const types = (index: number) => JSON.stringify(slides[index]?.tokens).replace(/"line":\d+/g, '');
  expect(slides[0]?.raw).toBe(slides[2]?.raw);
  expect(types(0)).toBe(types(2));
});
