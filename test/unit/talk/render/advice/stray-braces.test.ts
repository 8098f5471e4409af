import { expect, test } from 'vitest';
import { reportBraces } from '../../../../../src/talk/render/advice/stray-braces.ts';
import { compileMarkdown } from '../../../../support/slide.ts';

const LIST = JSON.stringify({
  title: 'T',
  sources: { s: { name: 'S' } },
  rows: [{ asOf: '2024-09', count: 1, source: 's' }],
});

const hintsOf = (text: string) =>
  compileMarkdown(`# A\n\n${text}`, { 'data/list.json': LIST }).problems.map(
    ({ span, hint }) => `${span?.column}+${span?.length} ${hint}`,
  );

test('a known dataset in one pair of braces is reported', () => {
  expect(reportBraces).toBeTypeOf('function');
  expect(hintsOf('Now { list.count } and ${list.count | compact}')).toEqual([
    '5+14 Write "{{ list.count }}".',
    '24+23 Write "{{ list.count | compact }}".',
  ]);
  expect(hintsOf('{talk.title}')).toEqual(['1+12 Write "{{ talk.title }}".']);
});

test('other braces are code and prose', () => {
  const texts = [
    '${other.count}',
    '{ list }',
    '`{list.count}`',
    '\\{list.count}',
    '{{ list.count }}',
  ];
  expect(texts.flatMap(hintsOf)).toEqual([]);
});
