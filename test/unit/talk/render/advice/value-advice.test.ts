import { expect, test } from 'vitest';
import { adviseValue } from '../../../../../src/talk/render/advice/value-advice.ts';
import { compileTexts } from '../../../../support/fixtures.ts';

const LIST = {
  title: 'T',
  key: 'name',
  sources: { s: { name: 'S' } },
  rows: [
    { name: 'C', count: 1 },
    { name: 'D', count: 2 },
  ],
};
const SERIES = {
  title: 'T',
  sources: { s: { name: 'S' } },
  rows: [
    { date: '2023-09', count: 1 },
    { date: '2024-09', count: 2 },
  ],
};

/** Returns the hint of a value on a slide. */
function hintOf(expression: string): string | undefined {
  const { problems } = compileTexts({
    'slides/talks/t.md': `---\ntitle: T\nspeaker: Ada\n---\n\n# One\n\n{{ ${expression} }}\n`,
    'data/list.json': JSON.stringify(LIST),
    'data/series.json': JSON.stringify(SERIES),
  });
  return problems.find(({ span }) => span?.line === 8)?.hint;
}

test.each([
  ['list.json.count', 'Write "list.count"'],
  ['List.count', 'Write "list"'],
  ['list.C.count', 'write list["C"].count'],
  ['list[0].count', 'Rows are named and not counted'],
  ['list.count | ago 2 years', 'Write "| ago 2y"'],
  ['list.count | growth(1 Year)', 'Write "| growth 1y"'],
  ['list.count + 1', 'Values do no sums'],
  ['round(list.count)', 'Values call no functions'],
  ['data/list.json', 'without folder and ending'],
  ['talk.author', 'Write "talk.speaker"'],
  ['title', 'Write "talk.title"'],
  ['today', 'talk.asOf'],
  ['page', 'pagination'],
  ['series.count', 'call that column "asOf"'],
])('%s', (expression, words) => {
  expect(hintOf(expression)).toContain(words);
});

test('a problem with nothing to add keeps its hint', () => {
  const problem = { code: 'no-data', severity: 'error', message: 'M.', hint: 'H.' } as const;
  const project = { dataset: () => undefined, datasetNames: [] };
  expect(adviseValue(problem, 'list.count', project)).toBe(problem);
});
