import { expect, test } from 'vitest';
import { createReads } from '../../../../src/talk/render/slide-reads.ts';
import { readAsset } from '../../../../src/talk/render/context.ts';
import { slideContext } from './context.ts';

test('a slide begins without dependencies, and records those that it reads', () => {
  const context = slideContext({ 'assets/a.svg': '' });
  expect(context.reads).toEqual(createReads());
  readAsset(context, 'assets/a.svg');
  readAsset(context, 'assets/b.svg');
  expect([...context.reads.assets]).toEqual([
    ['assets/a.svg', true],
    ['assets/b.svg', false],
  ]);
});
