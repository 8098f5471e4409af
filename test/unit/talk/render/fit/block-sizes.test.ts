import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { Block } from '../../../../../src/talk/model/block.ts';
import { readBlockSizes } from '../../../../../src/talk/render/fit/block-sizes.ts';

const blockOf = (name: string, more: Partial<Block> = {}): Block => ({
  name,
  about: '',
  schema: v.strictObject({}),
  compile: () => null,
  ...more,
});

test('names flexible elements by their tag, and lists by the class of their block', () => {
  const items = { size: 26, leading: 1.3, padding: 20, indent: 0 };
  const sizes = readBlockSizes([
    blockOf('plain'),
    blockOf('wide', { isFlexible: true }),
    blockOf('list', { items }),
  ]);
  expect([...sizes.flexible]).toEqual(['rostrum-wide']);
  expect([...sizes.items]).toEqual([['block-list', items]]);
});
