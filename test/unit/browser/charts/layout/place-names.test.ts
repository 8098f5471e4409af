import { expect, test } from 'vitest';
import { boxOf, overlap } from '../../../../../src/browser/charts/layout/box.ts';
import { layNames } from '../../../../../src/browser/charts/layout/name-marks.ts';
import { planNames } from '../../../../../src/browser/charts/layout/place-names.ts';
import type { TextMark } from '../../../../../src/browser/charts/scene.ts';

const HEIGHT = 480;

function names(...labels: string[]) {
  return labels.map((label) => ({ key: label, label, short: label, day: null }));
}

function days(count: number) {
  return Array.from({ length: count }, (_, day) => {
    const text = `Month ${day}`;
    return { key: text, label: `The long ${text}`, short: text, day };
  });
}

/** Lays out names at equal distances from `inset` to the right edge less that; it defaults to half a column. */
function lay(
  places: ReturnType<typeof names> | ReturnType<typeof days>,
  width: number,
  { inset = width / places.length / 2, height = HEIGHT } = {},
) {
  const slot = (width - 2 * inset) / Math.max(1, places.length - 1);
  const centers = places.map((_, index) => inset + index * slot);
  const bounds = [0, width] as const;
  const plan = planNames(places, { centers, bounds, height });
  const top = height - plan.room;
  const texts = layNames(plan, places, { centers, bounds, top }) as TextMark[];
  return { plan, texts };
}

function findFaults(texts: readonly TextMark[]): string[] {
  const boxes = texts.map((mark) => ({ text: mark.text, ...boxOf(mark) }));
  const outside = boxes.filter(({ bottom, left }) => bottom > HEIGHT || left < -1);
  const over = boxes.filter((a, index) => boxes.slice(index + 1).some((b) => overlap(a, b)));
  return [...outside, ...over].map(({ text }) => text);
}

test('short names stand in one line', () => {
  const { plan, texts } = lay(names('mm', 'net', 'fs'), 900);
  expect(texts.map(({ text }) => text)).toEqual(['mm', 'net', 'fs']);
  expect([plan.isTurned, plan.room]).toEqual([false, 40]);
});

test('a long name is broken into lines and takes no other name away', () => {
  const long = 'zeta with a name so long that no chart has room for it below';
  const { texts } = lay(names('alpha', 'beta', 'gamma', 'delta', long, 'eta', 'theta'), 800);
  const lines = texts.filter(({ key }) => key.includes('zeta')).map(({ text }) => text);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ')).toBe(long);
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['alpha', 'eta', 'theta']));
  expect(findFaults(texts)).toEqual([]);
});

const PATHS = ['ipsec', 'ktls', 'macsec'].map(
  (file) => `drivers/net/ethernet/mellanox/mlx5/core/en_accel/${file}.c`,
);
const LONG = [
  'The long name of a subsystem that few people type',
  'a',
  'Donaudampfschifffahrt'.repeat(2),
];

test.each([
  ['paths', PATHS],
  ['two paths', PATHS.slice(1)],
  ['long names', [...LONG, 'Another long name of several words', 'x']],
])('%s at the edges of a drawing take no other name away', (_, labels) => {
  for (const inset of [0, 9, 70]) {
    const { texts } = lay(names(...labels), 1000, { inset });
    const written = labels.map((label) => {
      const own = texts.filter(({ key }) => key.replace(/^line \d+ of /, '') === `place ${label}`);
      return own.map(({ text }) => text).join('');
    });
    const bare = (text: string) => text.replaceAll(' ', '');
    expect(written.map(bare)).toEqual(labels.map(bare));
    expect(findFaults(texts)).toEqual([]);
  }
});

test('a few names in a low drawing are shortened so that they differ, and none is left out', () => {
  const { texts } = lay(names(...PATHS), 300, { inset: 40, height: 110 });
  expect(new Set(texts.map(({ text }) => text)).size).toBe(3);
  expect(findFaults(texts)).toEqual([]);
});

test('a name in camel case is broken before its capitals', () => {
  const { texts } = lay(names('RadeonDisplayManager', 'b', 'c', 'd'), 440);
  expect(texts.slice(0, 2).map(({ text }) => text)).toEqual(['Radeon', 'Display']);
});

test('thirty names are turned, and none is left out', () => {
  const many = names(...Array.from({ length: 30 }, (_, index) => `subsystem-${index}`));
  const { plan, texts } = lay(many, 1104);
  expect(plan.isTurned).toBe(true);
  expect(texts).toHaveLength(30);
  expect(findFaults(texts)).toEqual([]);
});

test('a name without spaces is broken after its signs, and between letters where it has none', () => {
  const quirks = names('CONFIG_DRM_PANEL_ORIENTATION_QUIRKS', 'x'.repeat(40), 'c', 'd', 'e', 'f');
  const { texts } = lay(quirks, 900);
  expect(texts[0]?.text).toMatch(/^CONFIG_.*_$/);
  expect(findFaults(texts)).toEqual([]);
});

test('of more names than have room, every n-th is turned', () => {
  const { texts } = lay(names(...Array.from({ length: 101 }, (_, index) => `name-${index}`)), 900);
  const kept = texts.map(({ text }) => Number(text.slice('name-'.length)));
  const steps = new Set(kept.slice(1).map((number, index) => number - (kept[index] ?? 0)));
  expect(steps.size).toBe(1);
  expect([kept[0], kept.at(-1)]).toEqual([0, 100]);
});

test('dates are thinned to those that begin a month, and never turned', () => {
  const { plan, texts } = lay(days(25), 900);
  expect(plan.isTurned).toBe(false);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.length).toBeLessThan(25);
  expect(findFaults(texts)).toEqual([]);
});

test('a single name that is wider than its drawing is broken', () => {
  const name = 'CONFIG_USBFSKO_NETNETSCHED_SCHEDUSB_0';
  const { texts } = lay(names(name), 320);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.map(({ text }) => text).join('')).toBe(name);
  for (const mark of texts) {
    const { left, right } = boxOf(mark);
    expect([left >= -1, right <= 321]).toEqual([true, true]);
  }
});

test('a few dates in narrow columns have their years below them, and many are thinned', () => {
  const months = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      key: `2024-0${at + 1}`,
      label: `Month ${at} 2024`,
      short: `Mon${at} 2024`,
      day: at * 30,
    }));
  const few = lay(months(3), 200);
  expect(few.texts.map(({ text }) => text)).toEqual([
    'Mon0',
    '2024',
    'Mon1',
    '2024',
    'Mon2',
    '2024',
  ]);
  expect(findFaults(few.texts)).toEqual([]);
  const many = lay(months(9), 500);
  expect(many.plan.texts.every(({ length }) => length === 1)).toBe(true);
  expect(many.texts.length).toBeLessThan(9);
});
