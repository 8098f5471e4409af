import { expect, test } from 'vitest';
import { rootOf } from '../../../../../src/talk/data/value/root.ts';

test('names the dataset of an expression', () => {
  expect(rootOf(' mailing-list.subscribers | ago 1y ')).toBe('mailing-list');
  expect(rootOf('.x')).toBeNull();
});
