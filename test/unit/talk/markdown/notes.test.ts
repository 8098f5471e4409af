import type { Tokens } from 'marked';
import { expect, test } from 'vitest';
import { parseNotes } from '../../../../src/talk/markdown/note-tokens.ts';
import type { ContainerToken } from '../../../../src/talk/model/file.ts';
import { parseLibrary, parseSlide, printSpan, problemsOf, typesOf } from './parse.ts';

const notes = (text: string) => parseSlide(text).notes;
const place = (text: string) => {
  const { notesSpan } = parseSlide(text);
  return notesSpan && printSpan(notesSpan);
};

test('takes the last comment of a slide for its notes', () => {
  expect(notes('# T\n\n<!-- Say *this*. -->')).toBe('Say *this*.');
  expect(notes('# T <!-- in the title -->')).toBe('in the title');
  expect(typesOf(parseSlide('# T\n\n<!-- notes -->'))).toEqual(['heading']);
});

test('keeps the lines of notes and takes their indentation off', () => {
  expect(notes('<!--\n  - a\n    - b\n\n  c\n-->')).toBe('- a\n  - b\n\nc');
  expect(notes('<!-- first\n     second -->')).toBe('first\nsecond');
});

test('passes pauses, attributes and remarks over', () => {
  const text =
    '# T\n\n<!-- notes -->\n\n<!-- pause -->\n\na <!-- .element: id="b" -->\n\n<!-- // why -->';
  expect(notes(text)).toBe('notes');
  expect(problemsOf(text)).toEqual([]);
});

test('warns of comments before the last', () => {
  const text = '# T\n\n<!-- first -->\n\ntext\n\n<!-- last -->';
  expect(notes(text)).toBe('last');
  expect(problemsOf(text)).toEqual(['3:1+14 stray-comment']);
  expect(parseLibrary(text).problems[0]?.severity).toBe('warning');
});

test('takes everything after Note: for notes, to the end of the slide', () => {
  expect(notes('# T\n\nNote:\nSay *this*.\n\n- and that\n')).toBe('Say *this*.\n\n- and that');
  expect(notes('# T\n\nNote: on its line')).toBe('on its line');
  expect(notes('# T\n\ntext\nNotes:\nbelow a paragraph\n\n---\n\n# U')).toBe('below a paragraph');
  expect(typesOf(parseSlide('# T\n\ntext\nNote: x'))).toEqual(['heading', 'paragraph']);
});

test('leaves Note: alone in code, lists, quotes and within a line', () => {
  expect(notes('```\nNote: a\n```\n\n- Note: b\n\n> Note: c\n\nPlease Note: d')).toBe('');
  expect(notes('Notebook: a\n\nNote well: b')).toBe('');
});

test('takes comments out of notes, but not out of code in them', () => {
  expect(notes('# T\n\nNote: a <!-- // secret --> b\n\n```html\n<!-- c -->\n```')).toBe(
    'a  b\n\n```html\n<!-- c -->\n```',
  );
});

test('reports mistakes in notes where they are', () => {
  expect(problemsOf('# T\n\nNote: a {{ b\n\n```js\nopen')).toEqual([
    '3:9+2 unclosed-value',
    '5:1+5 unclosed-fence',
  ]);
});

test('says where notes begin', () => {
  expect(place('# T\n\n<!-- Say -->')).toBe('3:6+3');
  expect(place('# T\n\n<!--\n\n  Say this\n-->')).toBe('5:3+8');
  expect(place('# T\n\nNote: Say')).toBe('3:7+3');
  expect(place('# T\n\nNote:\n\n  Say')).toBe('5:3+3');
  expect(place('# T')).toBeNull();
});

test('places what stands in notes, containers and comments in them included', () => {
  const slide = parseSlide(
    '# T\n\nNote: on the left <!-- x -->\n\n::: column\nThere are {{ d.x }}.\n:::',
  );
  const container = parseNotes(slide).find(({ type }) => type === 'container') as ContainerToken;
  expect(printSpan(container.span)).toBe('5:1+10');
  expect(container.tokens[0]?.type).toBe('paragraph');
  const value = (container.tokens[0] as Tokens.Paragraph).tokens[1] as Tokens.Generic;
  expect([value.type, printSpan(value.span)]).toEqual(['value', '6:11+9']);
  const indented = parseSlide('# T\n\n<!--\n  a\n  {{ d.x }}\n-->');
  const [paragraph] = parseNotes(indented) as Tokens.Paragraph[];
  const second = paragraph?.tokens.find(({ type }) => type === 'value') as Tokens.Generic;
  expect(printSpan(second.span)).toBe('5:3+9');
});

test('drops the container that notes name wrongly, and keeps what is in it', () => {
  const tokens = parseNotes(parseSlide('# T\n\nNote: a\n\n::: foo\nb\n:::'));
  expect(tokens.filter(({ type }) => type !== 'space').map(({ type }) => type)).toEqual([
    'paragraph',
    'paragraph',
  ]);
});

test('takes the asides that reveal.js has for notes as notes, wherever they stand', () => {
  const secret = '<aside class="notes">\n  Say *this*.\n</aside>';
  expect(notes(`# T\n\ntext\n\n${secret}`)).toBe('Say *this*.');
  expect(place(`# T\n\ntext\n\n${secret}`)).toBe('6:3+11');
  expect(typesOf(parseSlide(`# T\n\n${secret}\n\ntext`))).toEqual(['heading', 'paragraph']);
  expect(notes('a <ASIDE data-x class="x notes">b **c**</ASIDE> d')).toBe('b **c**');
  expect(notes('<aside class="notes">\n\n- a\n- b\n\n<aside>in</aside>\n\n</aside>\n\ntext')).toBe(
    '- a\n- b\n\n<aside>in</aside>',
  );
  expect(notes('- a <aside class="notes">b</aside>\n\n> <aside class=notes>c</aside>')).toBe(
    'b\n\nc',
  );
  expect(notes('<div>x<aside class="notes">a</aside>y</div>\n\n<!-- b -->')).toBe('b\n\na');
});

test('leaves other asides where they are', () => {
  expect(typesOf(parseSlide('<aside class="box">a</aside>'))).toEqual(['html']);
  expect(notes('a `<aside class="notes">b</aside>`')).toBe('');
});

test('an aside for notes that is not closed ends with its slide and is reported', () => {
  const text = '# T\n\n<aside class="notes">\n\nSecret\n\n---\n\n# U';
  expect(parseLibrary(text).slides.map((slide) => slide.notes)).toEqual(['Secret', '']);
  expect(problemsOf(text)).toEqual(['3:1+6 unclosed-tag']);
});

test('takes later lines that begin with Note: for text of the notes, up to the next slide', () => {
  const slide = parseSlide('# T\n\nNote: a\nNote: b\n\nNote: c');
  expect(slide.notes).toBe('a\nNote: b\n\nNote: c');
  const types = parseNotes(slide).flatMap(({ type }) => (type === 'space' ? [] : [type]));
  expect(types).toEqual(['paragraph', 'paragraph']);
  const { slides } = parseLibrary('# T\n\nNote: a\n\n---\n\n# U\n\nNote: b');
  expect(slides.map((one) => one.notes)).toEqual(['a', 'b']);
});
