import { expect, test } from 'vitest';
import { placeDays, placeLabels } from '../../../../src/browser/time/day-scale.ts';

const texts = (first: string, last: string) => placeLabels([first, last]).map(({ text }) => text);

test('days are where they are on the line', () => {
  expect(placeDays(['2024-01-01', '2024-07-01', '2024-12-31'])).toEqual([0, 0.4986, 1]);
  expect(placeDays(['2024-01-01'])).toEqual([1]);
});

test('labels are round months or years with room between them', () => {
  expect(texts('2024-03-10', '2024-09-18')).toEqual(['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep']);
  expect(texts('2023-03-10', '2025-02-18')).toEqual([
    'Apr',
    'Jul',
    'Oct',
    '2024',
    'Apr',
    'Jul',
    'Oct',
    '2025',
  ]);
  expect(texts('2018-06-01', '2024-09-18')).toEqual([
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
  ]);
  expect(texts('1975-06-01', '2024-09-18')).toEqual([
    '1980',
    '1985',
    '1990',
    '1995',
    '2000',
    '2005',
    '2010',
    '2015',
    '2020',
  ]);
  expect(texts('2024-09-01', '2024-09-18')).toEqual([]);
  expect(placeLabels(['2024-09-01'])).toEqual([]);
});
