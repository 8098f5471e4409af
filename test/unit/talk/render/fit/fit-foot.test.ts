import { expect, test } from 'vitest';
import { measureFoot } from '../../../../../src/talk/render/fit/fit-foot.ts';
import type { DataUse } from '../../../../../src/talk/model/dataset.ts';
import { META } from '../../../../support/meta.ts';

const ON_DEFAULT = { layout: 'default', days: [] } as const;

const use = (name: string) =>
  ({ dataset: 'a', source: { name }, asOf: '2024-01' }) as unknown as DataUse;

test('a slide without sources has room for its number alone', () => {
  expect(measureFoot([], META, ON_DEFAULT)).toBe(28);
  expect(measureFoot([], META, { layout: 'cover', days: [] })).toBe(0);
  expect(measureFoot([], { ...META, footer: false }, ON_DEFAULT)).toBe(0);
});

test('sources take the lines that they need', () => {
  const one = measureFoot([use('A source')], META, ON_DEFAULT);
  const many = measureFoot(
    Array.from({ length: 12 }, (_, at) => use(`A source with a long name ${at}`)),
    META,
    ON_DEFAULT,
  );
  expect(one).toBe(28);
  expect(many).toBeGreaterThan(one);
});

test('a slide of several days says which one it shows, which takes room from its sources', () => {
  const days = ['2023-09-01', '2024-09-18'];
  const meta = { ...META, footer: false };
  expect(measureFoot([], meta, { layout: 'default', days })).toBe(28);
  const lengths = Array.from({ length: 30 }, (_, index) => 'word '.repeat(index + 10));
  const grown = lengths.filter((name) => {
    const bare = measureFoot([use(name)], meta, ON_DEFAULT);
    return measureFoot([use(name)], meta, { layout: 'default', days }) > bare;
  });
  expect(grown.length).toBeGreaterThan(0);
});
