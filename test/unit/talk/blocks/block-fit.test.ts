import { expect, test } from 'vitest';
import { fitColumns, type FitRequest } from '../../../../src/talk/blocks/block-fit.ts';
import { countLines, measureText } from '../../../../src/talk/blocks/text-width.ts';

const fit = (request: Partial<FitRequest>): ReturnType<typeof fitColumns> =>
  fitColumns({
    texts: ['one', 'two', 'three', 'four'],
    width: 1000,
    height: 400,
    largest: 30,
    mostColumns: 3,
    gap: 20,
    leading: 1.25,
    wraps: false,
    ...request,
  });

test('measures text without a browser, accents like their letters', () => {
  expect(measureText('Rust', 1000)).toBe(640 + 568 + 487 + 351);
  expect(measureText('é', 20)).toBe(measureText('e', 20));
});

test('counts lines at spaces and never cuts a word', () => {
  expect(countLines('a b c', 20, 1000)).toBe(1);
  expect(countLines('kernel kernel kernel', 20, measureText('kernel kernel', 20))).toBe(2);
  expect(countLines('kernel', 20, 1)).toBe(1);
});

test('takes the largest text and the fewest columns', () => {
  expect(fit({})).toEqual({ columns: [4], size: 30 });
  expect(fit({ height: 100 })).toEqual({ columns: [2, 2], size: 30 });
});

test('makes text smaller before it gives up, and never smaller than can be read', () => {
  expect(fit({ height: 50, mostColumns: 2 })).toEqual({ columns: [2, 2], size: 20 });
  expect(fit({ height: 40, mostColumns: 2 })).toBeNull();
});

test('breaks items into lines and balances the columns', () => {
  const texts = ['word word word word word word', 'one', 'two', 'three'];
  const flow = fit({ texts, wraps: true, width: 220, height: 85, largest: 20, mostColumns: 2 });
  expect(flow).toEqual({ columns: [1, 3], size: 20 });
});
