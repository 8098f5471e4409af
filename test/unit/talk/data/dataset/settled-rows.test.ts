import { expect, test } from 'vitest';
import { parseDataset } from '../../../../../src/talk/data/dataset/dataset.ts';

const sources = { a: { name: 'A' }, b: { name: 'B' } };
const ON = { on: '2026-11-20', why: 'counted twice' };

test('reports a retirement, a pin and an order of sources that say too little', () => {
  const problemsOf = (head: object, row: object): string[] => {
    const content = {
      title: 'D',
      sources,
      ...head,
      rows: [{ asOf: '2026-10', source: 'a', ...row }],
    };
    const text = JSON.stringify(content);
    return parseDataset({ path: 'data/d.json', text }, 'd').problems.map(({ message }) => message);
  };
  expect(problemsOf({}, { retired: true })).toEqual([
    '"retired" should be an object with "on" and "why".',
  ]);
  expect(problemsOf({}, { retired: { on: '2026-11' } })).toEqual([
    '"retired" states both a day and a reason.',
  ]);
  expect(problemsOf({}, { retired: { on: 'later', why: 'wrong' } })).toEqual([
    '"later" is not a date.',
  ]);
  expect(problemsOf({}, { retired: { ...ON, by: 'me' } })).toHaveLength(1);
  expect(problemsOf({}, { pinned: true })).toEqual(['"pinned" should be a reason.']);
  expect(problemsOf({}, { pinned: '' })).toEqual(['"pinned" should be a reason.']);
  expect(problemsOf({ prefer: ['c'] }, {})).toHaveLength(1);
  expect(problemsOf({ prefer: 'a' }, {})).toEqual(['"prefer" should be a list of sources.']);
  expect(problemsOf({ prefer: ['a', 'a'] }, {})).toEqual(['"prefer" names a source twice.']);
});

test('a pinned row of an edition needs a key', () => {
  const rows = [{ team: 'red', pinned: 'counted' }];
  const editions = [{ asOf: '2026-11', source: 'a', rows }];
  const problemsOf = (head: object) =>
    parseDataset(
      { path: 'data/d.json', text: JSON.stringify({ title: 'D', sources, ...head, editions }) },
      'd',
    ).problems;
  expect(problemsOf({ key: 'team' })).toEqual([]);
  expect(problemsOf({})).toMatchObject([{ code: 'bad-dataset', span: { line: 1 } }]);
});
