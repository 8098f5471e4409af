import { expect, test } from 'vitest';
import { diffData, undate } from '../../../../src/talk/diff/figure-changes.ts';
import type { Slide, Talk } from '../../../../src/talk/model/talk.ts';

const TALK = { asOf: '2024-09-18', datasets: { d: { title: 'Data' } } } as unknown as Talk;

/** A slide with values, each with its text. */
function slideIn(
  values: Record<string, string | null>,
  blocks: Partial<Slide['blocks'][number]>[] = [],
) {
  const uses = Object.entries(values).map(([expression, text]) => ({
    expression,
    text,
    datasets: ['d'],
  }));
  return { slide: { values: uses, blocks } as unknown as Slide, talk: TALK };
}

test('lists values with another text, with both', () => {
  const { figures } = diffData(
    slideIn({ 'd.a': '1', 'd.b': '2' }),
    slideIn({ 'd.a': '1', 'd.b': '3' }),
  );
  expect(figures).toMatchObject([{ source: 'text', before: '2', after: '3' }]);
});

test('a value that is only in one talk is no change of a figure', () => {
  expect(diffData(slideIn({ 'd.a': '1' }), slideIn({ 'd.c': '2' })).figures).toEqual([]);
});

test('a value that got lost has no text after', () => {
  expect(diffData(slideIn({ 'd.a': '1' }), slideIn({ 'd.a': null })).figures).toMatchObject([
    { before: '1', after: null },
  ]);
});

test('the day of the data is no difference', () => {
  expect(undate('As of 18 September 2024: 5', TALK)).toBe('As of the day: 5');
  expect(undate('As of 18 September 2024 14:05: 5', TALK)).toContain('18 September 2024 14:05');
});
