import { expect, test } from 'vitest';
import { fillValues, renderValue } from '../../../../../src/talk/render/elements/value-element.ts';
import { codesIn, slideContext } from '../context.ts';

const SPAN = { file: 'slides/talks/a.md', line: 4, column: 3, length: 9 };

function render(raw: string) {
  const context = slideContext();
  const expression = raw.slice(2, -2).trim();
  const html = renderValue({ type: 'value', raw, expression, span: SPAN }, context);
  return { html, context };
}

test('a value of the talk is text, recorded with its place', () => {
  const { html, context } = render('{{  talk.title }}');
  expect(html).toBe('A talk');
  expect(context.values).toMatchObject([
    { expression: 'talk.title', text: 'A talk', span: { line: 4, column: 7 } },
  ]);
});

test('a wrong one is marked as written, with the problem at its part', () => {
  const { html, context } = render('{{ talk.titel }}');
  expect(html).toContain('>{{ talk.titel }}</mark>');
  expect(
    context.problems.map(({ code, span }) => `${code} ${span?.column}+${span?.length}`),
  ).toEqual(['unknown-column 11+5']);
});

test('a problem below the first line is reported at that line', () => {
  const { context } = render('{{ talk\n.titel }}');
  expect(context.problems[0]?.span).toMatchObject({ line: 4, column: 3, length: 7 });
});

test('fills values in code, except escaped and wrong ones', () => {
  const context = slideContext();
  expect(fillValues('a {{talk.title}} \\{{b}} {{ c.d }}', SPAN, context)).toBe(
    'a A talk {{b}} {{ c.d }}',
  );
  expect(codesIn(context)).toEqual(['unknown-dataset']);
  expect(context.problems[0]?.span?.column).toBe(3 + 'a {{talk.title}} \\{{b}} {{ '.length);
});
