import { expect, test } from 'vitest';
import { toVerdict } from '../../../../../src/talk/blocks/table/table-support.ts';

const SPEC = { column: 'version', minimum: 'a.b', recent: 'isRecent' } as never;
const BAR = { minimum: '1.78', isExact: false, newest: '1.80', uses: [] };

test('a version is enough from the minimum on', () => {
  expect(toVerdict({ version: '1.78' }, SPEC, BAR)).toEqual({
    verdict: 'yes',
    why: '1.78 \u2265 1.78',
  });
  expect(toVerdict({ version: '1.9' }, SPEC, BAR)).toEqual({ verdict: 'no', why: '1.9 < 1.78' });
});

test('an exact version must be that one', () => {
  const bar = { ...BAR, isExact: true };
  expect(toVerdict({ version: '1.79' }, SPEC, bar)).toMatchObject({
    verdict: 'no',
    why: '1.79 \u2260 1.78',
  });
  expect(toVerdict({ version: '1.78' }, SPEC, bar).verdict).toBe('yes');
});

test('a row without a version may follow the newest, else nothing is known', () => {
  expect(toVerdict({ isRecent: true }, SPEC, BAR)).toMatchObject({
    verdict: 'yes',
    why: 'newest: 1.80 \u2265 1.78',
  });
  expect(toVerdict({}, SPEC, BAR)).toEqual({ verdict: 'unknown', why: 'not known' });
  expect(toVerdict({ isRecent: true }, SPEC, { ...BAR, newest: null }).verdict).toBe('unknown');
});
