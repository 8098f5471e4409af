import { expect, test } from 'vitest';
import { boxOf, overlap } from '../../../../../src/browser/charts/layout/box.ts';
import { layNames, planNames } from '../../../../../src/browser/charts/layout/place-names.ts';
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

function lay(places: ReturnType<typeof names> | ReturnType<typeof days>, width: number) {
  const slot = width / places.length;
  const centers = places.map((_, index) => (index + 0.5) * slot);
  const plan = planNames(places, { slot, height: HEIGHT });
  const bounds = [0, width] as const;
  const top = HEIGHT - plan.room;
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
