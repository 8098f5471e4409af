import { expect, test } from 'vitest';
import {
  encodeAddress,
  linkAsset,
  useAsset,
} from '../../../../../src/talk/render/elements/asset.ts';
import { codesIn, slideContext } from '../context.ts';

const SPAN = { file: 'slides/talks/a.md', line: 1, column: 1, length: 1 };

test('addresses are encoded once', () => {
  expect(encodeAddress('a b.png')).toBe('a%20b.png');
  expect(encodeAddress('a%20b.png')).toBe('a%20b.png');
  expect(encodeAddress('\ud800')).toBe('');
});

test('files that a slide shows are recorded, and reported where there are none', () => {
  const context = slideContext({ 'assets/a.webm': '' });
  expect(useAsset('../../assets/a.webm', SPAN, context)).toBeNull();
  expect(useAsset('https://example.org/b.webm', SPAN, context)).toBeNull();
  linkAsset('../../assets/no.pdf', SPAN, context);
  expect(context.assets.map(({ path }) => path)).toEqual(['assets/a.webm']);
  expect(useAsset('../../assets/b.webm', SPAN, context)?.code).toBe('missing-picture');
  expect(codesIn(context)).toEqual(['dead-link', 'missing-picture']);
});
