import { ticks, tickStep } from 'd3-array';
import { expect, test } from 'vitest';
import { listRound, roundStep } from '../../../../../src/talk/data/value/round-values.ts';
import { createRandom, type Random } from '../../../../fuzz/random.ts';

test('round values are multiples of 1, 2 or 5 within their range', () => {
  expect(listRound(0, 90, 2)).toEqual([0, 50]);
  expect(listRound(0, 90, 5)).toEqual([0, 20, 40, 60, 80]);
  expect(listRound(-3, 4, 7)).toEqual([-3, -2, -1, 0, 1, 2, 3, 4]);
  expect(listRound(7, 7, 3)).toEqual([7]);
  expect(roundStep(0, 90, 2)).toBe(50);
  expect(roundStep(7, 7, 3)).toBe(0);
});

test('they have nothing that binary fractions add', () => {
  expect(listRound(0, 0.35, 4)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(listRound(0, 6e-9, 3)).toEqual([0, 2e-9, 4e-9, 6e-9]);
});

test('a range between two round values has a finer step', () => {
  expect(listRound(12, 17, 1)).toEqual([15]);
  expect(listRound(2528.273, 2942.443, 1)).toEqual([2600, 2800]);
});

test('they are those of d3, for ranges of any size', () => {
  const random = createRandom(7);
  for (let trial = 0; trial < 2000; trial++) {
    const [low, high] = makeRange(random);
    const count = 1 + random.below(30);
    const [own, known] = [listRound(low, high, count), ticks(low, high, count)];
    const at = `${low} to ${high} in ${count}`;
    expect(own.length, at).toBe(known.length);
    own.forEach((value, index) => expect(isNear(value, known[index] ?? NaN), at).toBe(true));
    expect(isNear(roundStep(low, high, count), tickStep(low, high, count)), at).toBe(true);
  }
});

function makeRange(random: Random): [number, number] {
  const size = 10 ** (random.next() * 40 - 20);
  const low = (random.next() - 0.5) * size;
  const range = random.pick([size, Math.abs(low) * 10 ** (-random.next() * 8)]);
  return [low, low + random.next() * range];
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-12;
}
