import { expect, test } from 'vitest';
import { TEXT, textWidth } from '../../../../src/browser/charts/chart-text.ts';
import { fitTitles } from '../../../../src/browser/charts/plot.ts';

const LONG = 'Everything that was measured in a year';

test('titles that are cut differ, and leave a few pixels for letters wider than measured', () => {
  const titles = fitTitles([`${LONG} 1`, `${LONG} 2`, 'Short'], 190);
  expect(new Set(titles).size).toBe(3);
  expect(titles[2]).toBe('Short');
  for (const title of titles.slice(0, 2)) {
    expect(title).toContain('\u2026');
    expect(textWidth(title, TEXT.small, true)).toBeLessThanOrEqual(187);
  }
});

test('a title that has room is whole', () => {
  expect(fitTitles([LONG, LONG], 900)).toEqual([LONG, LONG]);
});
