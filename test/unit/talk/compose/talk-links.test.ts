import { expect, test } from 'vitest';
import { checkLinks } from '../../../../src/talk/compose/talk-links.ts';
import type { ComposedSlide } from '../../../../src/talk/model/composed.ts';
import { parseSlide, printProblem } from '../markdown/parse.ts';

const slide = (id: string, text: string): ComposedSlide => {
  return { id, source: parseSlide(text), spec: {}, via: [], problems: [] };
};
const check = (text: string, ambiguous: string[] = []) =>
  checkLinks([slide('a', text), slide('b', '<p id="c">d</p>')], new Set(ambiguous)).flatMap(
    ({ problems }) => problems.map(printProblem),
  );

test('a link may lead to a slide or to an element with an id', () => {
  expect(check('[x](#/b) [y](#c)')).toEqual([]);
});

test('reports links to nothing and to one of several, at the link', () => {
  expect(check('see [x](#/d)')).toEqual(['1:5+8 dead-link']);
  expect(check('see [x](#/b)', ['b'])).toEqual(['1:5+8 ambiguous-id']);
});

test('slides without links stay the same objects', () => {
  const slides = [slide('a', 'x')];
  expect(checkLinks(slides, new Set())).toBe(slides);
});
