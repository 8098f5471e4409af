import { expect, test } from 'vitest';
import { parseSlide, problemsOf } from './parse.ts';
import { startSlide } from '../../../../src/talk/markdown/draft.ts';
import { checkSpec, detectLostMatter, readSpec } from '../../../../src/talk/markdown/slide-spec.ts';
import { lexPlaced, printProblem } from './parse.ts';

test('reads the keys below a cut, each with its place', () => {
  const { spec, keySpans } = parseSlide('---\nid: a\nlayout: end\n---\n\nx');
  expect(spec).toEqual({ id: 'a', layout: 'end' });
  expect(keySpans.layout).toMatchObject({ line: 3, column: 9, length: 3 });
});

test('reports marks of vertical slides and front matter that nothing closes', () => {
  expect(problemsOf('a\n\n--\n\nb')).toEqual(['3:1+2 foreign-syntax']);
  expect(problemsOf('a\n\n---\nid: b\n\nc')).toEqual(['4:1+5 unclosed-front-matter']);
});

test('a slide without a cut has no front matter', () => {
  const slide = startSlide(null, lexPlaced('x'), []);
  readSpec(slide);
  expect([slide.matter.spec, slide.context.problems]).toEqual([{}, []]);
});

test('finds front matter that is a paragraph or a heading', () => {
  for (const text of ['id: a\nlayout: end', '## id: a']) {
    const slide = startSlide(null, lexPlaced(text), []);
    detectLostMatter(slide);
    checkSpec(slide);
    expect(slide.context.problems.map(printProblem)).toEqual([
      `1:1+${text.split('\n')[0]?.length} lost-front-matter`,
    ]);
  }
  const slide = startSlide(null, lexPlaced('- id: a'), []);
  detectLostMatter(slide);
  expect(slide.lostMatter).toBeNull();
});

test('nothing may be beside src, and some keys only there', () => {
  const codes = (matter: string, text = '') => problemsOf(`---\n${matter}\n---\n\n${text}`);
  expect(codes('src: b.md', 'text')).toEqual(['5:1+4 text-beside-src']);
  expect(codes('src: b.md', '<!-- notes -->')).toEqual(['5:6+5 text-beside-src']);
  expect(codes('src: b.md\ntitle: T\nsteps: off')).toEqual([]);
  expect(codes('title: T\nsteps: off', 'x')).toEqual([
    '2:8+1 only-beside-src',
    '3:8+3 only-beside-src',
  ]);
});

test('the problem of lost front matter takes the place of those that follow from it', () => {
  expect(problemsOf('# A\n\n---\n\nid: a\nlayout: end\n\n# B')).toEqual([
    '5:1+5 lost-front-matter',
  ]);
});
