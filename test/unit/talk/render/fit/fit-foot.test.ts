import { expect, test } from 'vitest';
import { measureFoot } from '../../../../../src/talk/render/fit/fit-foot.ts';
import type { DataUse } from '../../../../../src/talk/model/dataset.ts';
import { META } from '../../../../support/meta.ts';

const use = (name: string) =>
  ({ dataset: 'a', source: { name }, asOf: '2024-01' }) as unknown as DataUse;

test('a slide without sources has room for its number alone', () => {
  expect(measureFoot([], META, 'default')).toBe(28);
  expect(measureFoot([], META, 'cover')).toBe(0);
  expect(measureFoot([], { ...META, footer: false }, 'default')).toBe(0);
});

test('sources take the lines that they need', () => {
  const one = measureFoot([use('A source')], META, 'default');
  const many = measureFoot(
    Array.from({ length: 12 }, (_, at) => use(`A source with a long name ${at}`)),
    META,
    'default',
  );
  expect(one).toBe(28);
  expect(many).toBeGreaterThan(one);
});
