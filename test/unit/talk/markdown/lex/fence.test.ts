import { expect, test } from 'vitest';
import { parseLibrary, parseSlide, printSpan, problemsOf, tokensOf, typesOf } from '../parse.ts';

const code = (text: string) => tokensOf(parseSlide(text), 'codeblock')[0];
const block = (text: string) => tokensOf(parseSlide(text), 'datablock')[0];

test('makes a data block of a fence called like one', () => {
  const token = block('# T\n\n```chart\ndata: mailing-list\ntype: line\n```\n');
  expect(token).toMatchObject({ name: 'chart', text: 'data: mailing-list\ntype: line' });
  expect(printSpan(token?.span)).toBe('3:1+8');
  expect(token?.lines.map(printSpan)).toEqual(['4:1+18', '5:1+10']);
});

test('makes a data block in a list with the columns of its lines', () => {
  const token = block('- x\n\n  ~~~figure\n  data: a\n    more: b\n  ~~~');
  expect(token?.text).toBe('data: a\n  more: b');
  expect(token?.lines.map(printSpan)).toEqual(['4:3+7', '5:3+9']);
});

test('reports what stands after the name of a data block', () => {
  expect(problemsOf('```chart data=star\n```')).toEqual(['1:10+9 block-arguments']);
  expect(problemsOf('```chart {1}\n```')).toEqual(['1:10+3 block-arguments']);
});

test('reads the language of code, and code without one', () => {
  expect(code('```rust\nfn a() {}\n```')).toMatchObject({ language: 'rust', text: 'fn a() {}' });
  expect(code('```\nx\n```')).toMatchObject({ language: null, highlights: null, values: false });
  expect(code('a\n\n    indented\n')).toMatchObject({ language: null, text: 'indented' });
  expect(code('```c++ {1}\nx\n```')?.language).toBe('c++');
  expect(code('```rust,ignore\nx\n```')?.language).toBe('rust,ignore');
});

test('reads line steps, first line, title and values', () => {
  const info = '```rust {26-27|28|all} {startLine=26} {title="a {b}.rs"} {values}';
  expect(code(`${info}\na\nb\nc\n\`\`\``)).toMatchObject({
    language: 'rust',
    highlights: [[26, 27], [28], 'all'],
    startLine: 26,
    title: 'a {b}.rs',
    values: true,
  });
  expect(code('```js {startLine=5 title=x}\na\n```')).toMatchObject({ startLine: 5, title: 'x' });
  expect(code('```{2}\na\nb\n```')).toMatchObject({ language: null, highlights: [[2]] });
  expect(code('```js {1,3-4|none|*}\na\nb\nc\nd\n```')?.highlights).toEqual([[1, 3, 4], [], 'all']);
});

test('reports line steps that the code does not have, with the range that it has', () => {
  const text = '```js {1|2-9}\na\nb\nc\n```';
  expect(problemsOf(text)).toEqual(['1:10+3 bad-line-steps']);
  expect(parseLibrary(text).problems[0]?.message).toContain('lines 1 to 3');
  expect(code(text)).toMatchObject({ highlights: null, text: 'a\nb\nc' });
  expect(problemsOf('```js {3-1}\na\nb\nc\n```')).toEqual(['1:8+3 bad-line-steps']);
  expect(problemsOf('```js {1|}\na\n```')).toEqual(['1:10+1 bad-line-steps']);
  expect(problemsOf('```js {0}\na\n```')).toEqual(['1:8+1 bad-line-steps']);
  expect(problemsOf('```js {1|x}\na\n```')).toEqual(['1:10+1 bad-line-steps']);
  expect(problemsOf('```js {1..2}\na\nb\n```')).toEqual(['1:8+4 bad-line-steps']);
  expect(problemsOf('```js {al|1}\na\n```')).toEqual(['1:8+2 bad-line-steps']);
  expect(problemsOf('```js {1} {startLine=7}\na\n```')).toEqual(['1:8+1 bad-line-steps']);
});

test('reports options that do not exist and names the nearest', () => {
  expect(problemsOf('```js {startline=3}\na\n```')).toEqual(['1:8+11 unknown-fence-option']);
  expect(parseLibrary('```js {startline=3}\na\n```').problems[0]?.hint).toContain('{startLine=3}');
  expect(problemsOf('```js [1-2]\na\n```')).toEqual(['1:7+5 foreign-syntax']);
  expect(problemsOf('```js {1-2\na\n```')).toEqual(['1:7+4 unknown-fence-option']);
  expect(problemsOf('```js {startLine=no}\na\n```')).toEqual(['1:8+12 wrong-value']);
});

test('says where the info of a fence stands', () => {
  expect(printSpan(code('- ```  rust {1}\n  x\n  ```')?.infoSpan)).toBe('1:8+8');
  expect(printSpan(code('  ~~~~\n  x\n  ~~~~')?.infoSpan)).toBe('1:3+4');
});

test('keeps blank lines, indentation and other fences inside of code', () => {
  expect(code('```\n\n  a\n\n\n```')?.text).toBe('\n  a\n\n');
  expect(code('````md\n```js\na\n```\n````')?.text).toBe('```js\na\n```');
  expect(code('~~~\n```\n~~~')?.text).toBe('```');
  expect(code('```\n```')?.text).toBe('');
  expect(typesOf(parseSlide('text\n```js\na\n```\nmore'))).toEqual([
    'paragraph',
    'codeblock',
    'paragraph',
  ]);
});

test('ends a fence left unclosed at the next slide', () => {
  const text = '# A\n\n```js\nlet a;\n\n---\n\n# B\n\n---\n\n# C';
  const { slides } = parseLibrary(text);
  expect(slides.map(typesOf)).toEqual([['heading', 'codeblock'], ['heading'], ['heading']]);
  expect(problemsOf(text)).toEqual(['3:1+5 unclosed-fence']);
  expect(tokensOf(parseSlide(text), 'codeblock')[0]?.text).toBe('let a;');
});

test('notices an open fence although a later slide would close it', () => {
  const text = '```js\na\n\n---\nid: b\n---\n\n```py\nb\n```\n\n---\n\n# C';
  expect(parseLibrary(text).slides.map(({ spec }) => spec.id)).toEqual([undefined, 'b', undefined]);
  expect(problemsOf(text)).toEqual(['1:1+5 unclosed-fence']);
});

test('ends a fence left unclosed at the end of the file, quote or list item', () => {
  expect(problemsOf('```js\na')).toEqual(['1:1+5 unclosed-fence']);
  expect(problemsOf('> ```js\n> a\n\ntext')).toEqual(['1:3+5 unclosed-fence']);
  expect(problemsOf('- ```js\n  a\n\ntext')).toEqual(['1:3+5 unclosed-fence']);
  expect(typesOf(parseSlide('- ```js\n  a\n\ntext'))).toEqual(['list', 'paragraph']);
});

test('keeps a data block left unclosed out of the next slide', () => {
  const { slides } = parseLibrary('```chart\ndata: a\n---\n\n# B');
  expect(slides.map(typesOf)).toEqual([['datablock'], ['heading']]);
});
