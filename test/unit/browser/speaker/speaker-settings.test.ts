import { expect, test } from 'vitest';
import { parseSettings } from '../../../../src/browser/speaker/speaker-settings.ts';

const usual = parseSettings(null);

test('settings are kept within their bounds, and wrong ones are the usual ones', () => {
  const own = { columns: 0.5, rows: 0.4, size: 30, countsDown: true, points: false };
  expect(parseSettings(own)).toEqual(own);
  expect(parseSettings({ columns: 2, rows: -1, size: 500 })).toMatchObject({
    columns: 0.85,
    rows: 0.2,
    size: 72,
  });
  expect(parseSettings({ columns: 'wide', rows: NaN, size: null, countsDown: 1 })).toEqual(usual);
});
