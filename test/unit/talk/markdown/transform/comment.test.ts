import { expect, test } from 'vitest';
import { parseLibrary, parseSlide, printSpan, problemsOf, tokensOf, typesOf } from '../parse.ts';

test('marks pauses between blocks and within text', () => {
  expect(typesOf(parseSlide('a\n\n<!-- pause -->\n\nb'))).toEqual([
    'paragraph',
    'pause',
    'paragraph',
  ]);
  expect(tokensOf(parseSlide('a <!-- pause --> b'), 'pause')).toHaveLength(1);
  expect(tokensOf(parseSlide('<!--pause-->\nb'), 'pause')[0]?.span).toMatchObject({ line: 1 });
});

test('reads the attributes of elements', () => {
  const [first, second] = tokensOf(
    parseSlide(
      '- a <!-- .element: class="fragment fade" data-x=\'1\' inert -->\n\n<!-- .element: id=b -->',
    ),
    'attributes',
  );
  expect(first).toMatchObject({
    attributes: { class: 'fragment fade', 'data-x': '1', inert: '' },
  });
  expect(second).toMatchObject({ attributes: { id: 'b' } });
});

test('reports attributes that cannot be read, and comments that only look like ours', () => {
  expect(problemsOf('a <!-- .element: class="x -->')).toEqual(['1:3+27 bad-attributes']);
  expect(problemsOf('a <!-- .element: -->')).toEqual(['1:3+18 bad-attributes']);
  expect(problemsOf('a <!-- .elment: class="x" -->')).toEqual(['1:3+27 unknown-comment']);
  expect(problemsOf('<!-- .slides: data-x="1" -->\n\n# T')).toEqual(['1:1+28 unknown-comment']);
  expect(problemsOf('a\n\n<!-- pasue -->\n\nb')).toEqual(['3:1+14 unknown-comment']);
});

test("takes the author's remarks and those to tools out", () => {
  const text =
    'a <!-- // secret -->\n\n<!-- // more\nsecret -->\n\n<!-- prettier-ignore -->\n\n<p>b <!-- // c --></p>';
  const { slides, problems } = parseLibrary(text);
  expect(problems).toEqual([]);
  expect(slides[0]?.notes).toBe('');
  expect(JSON.stringify(slides[0]?.tokens.map(({ type }) => type))).not.toContain('comment');
  const shown = tokensOf(parseSlide(text), 'html')
    .map(({ raw }) => raw)
    .join('');
  expect(shown).toBe('<p>b </p>');
});

test('ends a comment left unclosed at the next slide', () => {
  const text = '# A\n\n<!-- notes\nand more\n\n---\n\n# B\n\n---\n\n# C';
  expect(parseLibrary(text).slides.map(typesOf)).toEqual([['heading'], ['heading'], ['heading']]);
  expect(problemsOf(text)).toEqual(['3:1+10 unclosed-comment']);
  expect(JSON.stringify(parseLibrary(text).slides[0]?.tokens)).not.toContain('notes');
});

test('notices an open comment although the comment of a later slide would close it', () => {
  const text = '# A\n\n<!-- notes\n\n---\n\n# B\n\n<!-- its notes -->';
  const { slides } = parseLibrary(text);
  expect(slides.map(({ notes }) => notes)).toEqual(['', 'its notes']);
  expect(problemsOf(text)).toEqual(['3:1+10 unclosed-comment']);
});

test('reports a comment that opens in running text and does not close there', () => {
  expect(problemsOf('text <!-- open\n\nmore -->')).toEqual(['1:6+4 unclosed-comment']);
});

test('leaves out what an open comment within raw HTML hides', () => {
  const text = '<div>\n<!-- a\n\nb -->\n</div>';
  expect(problemsOf(text)).toEqual(['2:1+6 unclosed-comment']);
  expect(tokensOf(parseSlide(text), 'html').map(({ raw }) => raw)).toEqual(['<div>\n', '</div>']);
});

test('ends unclosed raw HTML without Markdown in it at the next slide', () => {
  const text = '<pre>\na\n\n---\n\n# B';
  expect(parseLibrary(text).slides.map(typesOf)).toEqual([['html'], ['heading']]);
  expect(problemsOf(text)).toEqual(['1:1+5 unclosed-html']);
  expect(problemsOf('<textarea>\na\n\n---\n\n# B')).toEqual(['1:1+10 unclosed-html']);
  expect(problemsOf('<?php\na\n\n---\n\n# B')).toEqual(['1:1+5 unclosed-html']);
  expect(problemsOf('<script>\na\n</script>\n\n---\n\n# B')).toEqual(['1:1+7 forbidden-tag']);
});

test('says where pauses and attributes stand', () => {
  const slide = parseSlide('# T\n\n- a\n  <!-- pause -->\n\n  b <!-- .element: id="c" -->');
  expect(printSpan(tokensOf(slide, 'pause')[0]?.span)).toBe('4:3+14');
  expect(printSpan(tokensOf(slide, 'attributes')[0]?.span)).toBe('6:5+25');
});
