import { expect, test } from 'vitest';
import {
  arrangeFlags,
  type Flag,
  type FlagRequest,
} from '../../../../../src/browser/charts/notes/flags.ts';

/** Lists pairs of flags whose texts overlap, or whose leader crosses the other's text. */
function listCrossings(requests: readonly FlagRequest[], flags: readonly Flag[]): string[] {
  return flags.flatMap((flag, index) =>
    flags.flatMap((other, second) => {
      const [own, its] = [requests[index], requests[second]];
      if (index === second || !own || !its) return [];
      const [left, right] = [other.left, other.left + its.width];
      const isCrossed = flag.row >= other.row && own.x > left && own.x < right;
      const isOver = flag.row === other.row && flag.left < right && left < flag.left + own.width;
      return isCrossed || isOver ? [`${index} and ${second}`] : [];
    }),
  );
}

test('puts texts right of their leaders where there is room', () => {
  const flags = arrangeFlags([{ x: 100, width: 90 }], 400);
  expect(flags).toEqual([{ left: 108, row: 0, isOver: false }]);
});

test('puts a text left of its leader at the right edge, and over it where no side has room', () => {
  expect(arrangeFlags([{ x: 380, width: 90 }], 400)[0]?.left).toBe(282);
  expect(arrangeFlags([{ x: 200, width: 300 }], 400)).toEqual([{ left: 50, row: 0, isOver: true }]);
});

test('no text overlaps another and no leader crosses a text, however close they are', () => {
  const cases = [
    [50, 60, 70, 80],
    [300, 300, 300],
    [390, 10, 200, 210, 395, 5],
    [100, 150, 380, 370],
  ];
  for (const xs of cases) {
    const requests = xs.map((x, index) => ({ x, width: 80 + index * 40 }));
    expect(listCrossings(requests, arrangeFlags(requests, 400)), xs.join()).toEqual([]);
  }
});

test('uses as few rows as it can', () => {
  const requests = [10, 200, 390].map((x) => ({ x, width: 100 }));
  expect(arrangeFlags(requests, 500).map(({ row }) => row)).toEqual([0, 0, 0]);
});
