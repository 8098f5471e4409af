import { expect, test } from 'vitest';
import { measureFoot } from '../../../../../src/talk/render/fit/fit-foot.ts';
import type { DataUse } from '../../../../../src/talk/model/dataset.ts';

const FOOT = { footer: [{ text: 'A talk', of: 'talk' as const }], hasNumber: true, days: [] };
const NONE = { footer: [], hasNumber: false, days: [] };
const use = (name: string) =>
  ({ dataset: 'a', source: { name }, asOf: '2024-01' }) as unknown as DataUse;

test('a slide without sources has room for its number alone', () => {
  expect(measureFoot([], 'en', FOOT)).toBe(28);
  expect(measureFoot([], 'en', NONE)).toBe(0);
});

test('sources take the lines that they need', () => {
  const one = measureFoot([use('A source')], 'en', FOOT);
  const many = measureFoot(
    Array.from({ length: 12 }, (_, at) => use(`A source with a long name ${at}`)),
    'en',
    FOOT,
  );
  expect(one).toBe(28);
  expect(many).toBeGreaterThan(one);
});

test('a slide of several days says which one it shows, which takes room from its sources', () => {
  const days = ['2023-09-01', '2024-09-18'];
  expect(measureFoot([], 'en', { ...NONE, days })).toBe(28);
  const lengths = Array.from({ length: 30 }, (_, index) => 'word '.repeat(index + 10));
  const grown = lengths.filter((name) => {
    const bare = measureFoot([use(name)], 'en', NONE);
    return measureFoot([use(name)], 'en', { ...NONE, days }) > bare;
  });
  expect(grown.length).toBeGreaterThan(0);
});

test('references take a line of their own above sources, and none beside a number', () => {
  const references = '<p class="refs"><a href="https://a.example">A</a></p>';
  expect(measureFoot([], 'en', { ...FOOT, references })).toBe(28);
  expect(measureFoot([use('A source')], 'en', { ...FOOT, references })).toBe(40);
  const long = `<p class="refs">${'word '.repeat(300)}</p>`;
  expect(measureFoot([], 'en', { ...FOOT, references: long })).toBeGreaterThan(40);
});
