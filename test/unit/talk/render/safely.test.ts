import { expect, test } from 'vitest';
import { parseLibrary, parseSlide } from '../markdown/parse.ts';
import { renderSafely, withoutSlides } from '../../../../src/talk/render/safely.ts';
import type { ComposedSlide } from '../../../../src/talk/model/composed.ts';
import { slideContext } from './context.ts';

const { talk } = slideContext();
const SLIDE: ComposedSlide = {
  id: 'a',
  source: parseSlide('# A\n\nNote: b'),
  spec: {},
  via: [],
  problems: [],
};

test('a slide that renders is left alone', () => {
  expect(renderSafely(SLIDE, talk, (slide) => slide)).toBe(SLIDE);
});

test('after an exception the slide has no text but the problem', () => {
  const rendered = renderSafely(SLIDE, talk, (slide) => {
    if (slide.problems.length === 0) throw new Error('broken');
    return slide;
  });
  expect(rendered.source).toMatchObject({ tokens: [], notes: '', notesParts: [] });
  expect(rendered.problems.map(({ code, span }) => `${code} ${span?.line}`)).toEqual([
    'internal-error 1',
  ]);
  expect(rendered.problems[0]?.message).toContain('broken');
});

test('a talk that cannot be composed has one empty slide with the problem', () => {
  const file = withoutSlides(parseLibrary('# A'), 'no error at all', talk.project);
  expect(file.slides.map(({ tokens }) => tokens)).toEqual([[]]);
  expect(file.problems[0]?.message).toContain('no error at all');
});
