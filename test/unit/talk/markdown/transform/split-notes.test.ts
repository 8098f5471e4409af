import { expect, test } from 'vitest';
import { parseNotes } from '../../../../../src/talk/markdown/transform/note-tokens.ts';
import {
  allTokens,
  parseLibrary,
  parseSlide,
  printSpan,
  problemsOf,
  tokensOf,
  typesOf,
} from '../parse.ts';

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

test('comments of a drawing are neither notes nor strays', () => {
  const drawing = (inside: string) =>
    `<svg viewBox="0 0 9 9">\n<!-- Made with a program -->\n${inside}`;
  const closed = drawing('<path d="M0 0"/><!-- axis --><svg/>\n<!-- legend -->\n</svg>');
  for (const text of [
    `# T\n\n<!-- Say this. -->\n\n${closed}`,
    `# T\n\n<div>\n${closed}\n</div>\n\n<!-- Say this. -->`,
  ]) {
    expect(notes(text)).toBe('Say this.');
    expect(problemsOf(text)).toEqual([]);
    expect(allTokens(parseSlide(text).tokens).some(({ raw }) => raw.includes('legend'))).toBe(
      false,
    );
  }
  expect(notes(`# T\n\n${closed}`)).toBe('');
  expect(notes(`# T\n\n${closed}\n<!-- Say this. -->`)).toBe('Say this.');
  // Where the drawing is not closed, a comment below it may be the notes.
  expect(notes(`# T\n\n${drawing('<path/>\n\n<!-- Say this. -->')}`)).toBe('Say this.');
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
  const [container, paragraph, , value] = allTokens(
    parseNotes(slide).filter(({ type }) => type === 'container'),
  );
  expect([container?.type, printSpan(container?.span)]).toEqual(['container', '5:1+10']);
  expect(paragraph?.type).toBe('paragraph');
  expect([value?.type, printSpan(value?.span)]).toEqual(['value', '6:11+9']);
  const indented = parseSlide('# T\n\n<!--\n  a\n  {{ d.x }}\n-->');
  const second = allTokens(parseNotes(indented)).find(({ type }) => type === 'value');
  expect(printSpan(second?.span)).toBe('5:3+9');
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
  expect(notes('<div>x<aside class="notes">a</aside>y</div>\n\n<!-- b -->')).toBe('a\n\nb');
});

/** Each way to write notes, as a part of a slide. */
const FORMS: Record<string, (words: string) => string> = {
  comment: (words) => `<!-- ${words} -->`,
  container: (words) => `::: notes\n${words}\n:::`,
  'container of Pandoc': (words) => `::: {.notes}\n\n${words}\n\n:::`,
  aside: (words) => `<aside class="notes">\n  ${words}\n</aside>`,
  'aside in a list': (words) => `- a <aside class="notes">${words}</aside>`,
  Note: (words) => `Note: ${words}`,
  'mark of remark': (words) => `???\n\n${words}`,
};
/** What is told and left out where a comment follows. */
const LOST_BEFORE_COMMENT: Record<string, string> = {
  comment: '{{ a.x }}',
  Note: '{{ b.x }}',
  'mark of remark': '{{ b.x }}',
};
const PAIRS = Object.keys(FORMS).flatMap((first) =>
  Object.keys(FORMS).map((second) => [first, second] as const),
);

test.each(PAIRS)('notes in two places are put together: %s, %s', (first, second) => {
  const write = (name: string, words: string): string => FORMS[name]?.(words) ?? '';
  const text = `# T\n\n${write(first, 'one {{ a.x }}')}\n\ntext\n\n${write(second, 'two {{ b.x }}')}\n`;
  const slide = parseSlide(text);
  const values = allTokens(parseNotes(slide)).filter(({ type }) => type === 'value');
  const lines = text.split('\n');
  for (const { raw, span } of values) {
    expect(lines[span.line - 1]?.slice(span.column - 1).startsWith(raw)).toBe(true);
  }
  // Of two comments the first, and one within notes, are no notes, and the author is told.
  const lost = second === 'comment' ? LOST_BEFORE_COMMENT[first] : undefined;
  const strays = problemsOf(text).filter((problem) => problem.endsWith('stray-comment'));
  expect(strays).toHaveLength(lost ? 1 : 0);
  const all = ['{{ a.x }}', '{{ b.x }}'];
  expect(values.map(({ raw }) => raw)).toEqual(all.filter((each) => each !== lost));
  expect(tokensOf(slide, 'value')).toEqual([]);
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
