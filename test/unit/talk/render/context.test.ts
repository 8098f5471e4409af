import { expect, test } from 'vitest';
import {
  readAsset,
  readDataset,
  readLink,
  readPictureSize,
} from '../../../../src/talk/render/context.ts';
import { slideContext } from './context.ts';

test('what a slide reads is recorded, with what it found', () => {
  const context = slideContext({ 'assets/a.png': 'x' });
  expect([readAsset(context, 'assets/a.png'), readAsset(context, 'assets/b.png')]).toEqual([
    true,
    false,
  ]);
  expect(readDataset(context, 'c')).toBeUndefined();
  expect([readLink(context, 'd'), readPictureSize(context, 'assets/a.png')]).toEqual([
    false,
    undefined,
  ]);
  const { assets, datasets, links, sizes } = context.reads;
  expect([...assets]).toEqual([
    ['assets/a.png', true],
    ['assets/b.png', false],
  ]);
  expect([datasets.has('c'), links.get('d'), sizes.has('assets/a.png')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('slides share nothing', () => {
  const [one, other] = [slideContext(), slideContext()];
  readAsset(one, 'assets/a.png');
  one.reported.add('x');
  expect([other.reads.assets.size, other.reported.size]).toEqual([0, 0]);
});
