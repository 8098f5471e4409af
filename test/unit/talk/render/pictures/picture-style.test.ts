import { expect, test } from 'vitest';
import {
  describeShape,
  toPixels,
  writePictureStyle,
} from '../../../../../src/talk/render/pictures/picture-style.ts';

test('writes sizes, position and fit as CSS', () => {
  expect(writePictureStyle()).toBe('');
  expect(writePictureStyle({ width: { value: 50, unit: '%' } })).toBe('width:50%');
  expect(writePictureStyle({ height: { value: 50, unit: '%' }, fit: 'cover' })).toBe(
    'height:360px;object-fit:cover',
  );
  expect(writePictureStyle({ position: ['right', 'top'] })).toBe(
    'object-position:right top;margin-left:auto',
  );
  expect(writePictureStyle({ position: ['20%', 'top'] })).toBe('object-position:20% top');
});

test('counts shares of a whole', () => {
  expect(toPixels({ value: 25, unit: '%' }, 1280)).toBe(320);
  expect(toPixels({ value: 25, unit: 'px' }, 1280)).toBe(25);
});

test('describes the shape, and the width of one of pixels', () => {
  expect(describeShape({ width: 300, height: 200, isDrawing: true })).toBe('--shape:1.5');
  expect(describeShape({ width: 64, height: 64, isDrawing: false })).toBe('--shape:1;--most:64px');
});
