import { expect, test } from 'vitest';
import { TEXT, textWidth } from '../../../../src/browser/charts/chart-text.ts';
import { fitTitles, keepInside, sizeTitle } from '../../../../src/browser/charts/plot.ts';

const LONG = 'Everything that was measured in a year';

test('titles that are cut differ, and leave a few pixels for letters wider than measured', () => {
  const titles = fitTitles([`${LONG} 1`, `${LONG} 2`, 'Short'], 190, TEXT.small);
  expect(new Set(titles).size).toBe(3);
  expect(titles[2]).toBe('Short');
  for (const title of titles.slice(0, 2)) {
    expect(title).toContain('\u2026');
    expect(textWidth(title, TEXT.small, true)).toBeLessThanOrEqual(187);
  }
});

test('a title that has room is whole', () => {
  expect(fitTitles([LONG, LONG], 900, TEXT.small)).toEqual([LONG, LONG]);
});

test('titles of charts of one width have one size, which follows the longest', () => {
  expect(sizeTitle(['Short', LONG], 900)).toBeGreaterThan(TEXT.small);
  expect(sizeTitle(['Short', LONG], 300)).toBe(TEXT.small);
});

test('a text is kept between two edges, and one that is wider does not pass the second', () => {
  expect([0, 50, 100].map((center) => keepInside(center, 20, [10, 90]))).toEqual([20, 50, 80]);
  for (const center of [0, 50, 100]) expect(keepInside(center, 100, [10, 90])).toBe(40);
});
