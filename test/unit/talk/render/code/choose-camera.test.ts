import { expect, test } from 'vitest';
import { listIdleCameras, wantsCamera } from '../../../../../src/talk/render/code/choose-camera.ts';
import type { CodeFigure } from '../../../../../src/talk/render/code/code-figure.ts';
import type { Fit } from '../../../../../src/talk/render/fit/fit.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };
const figure = (isCamera: boolean, count = 10): CodeFigure => ({
  lines: Array.from({ length: count }, (_, index) => ({ html: '', number: index + 1 })),
  isNumbered: true,
  states: [[0]],
  title: null,
  language: 'c',
  tabSize: null,
  hasTabs: false,
  isCamera,
  written: { text: '1', span: SPAN },
});
const fit = (isOver: boolean, height = 500): Fit => ({
  name: '',
  excess: 0,
  cuts: [],
  names: [],
  isCrowded: false,
  beside: null,
  isOver,
  code: { lines: 10, width: 1104, height },
});

test('the camera is for code that is too high, or that its author chose, where it has room', () => {
  expect(wantsCamera([figure(false)], fit(true))).toBe(true);
  expect(wantsCamera([figure(false)], fit(false))).toBe(false);
  expect(wantsCamera([figure(true)], fit(false))).toBe(true);
  expect(wantsCamera([figure(true)], fit(false, 100))).toBe(false);
  expect(wantsCamera([figure(true)], { ...fit(true), code: null })).toBe(false);
});

test('code that asks for a camera in vain is reported', () => {
  const room = { lines: 10, width: 1104, height: 500 };
  expect(listIdleCameras([figure(true)], room)).toEqual([]);
  expect(listIdleCameras([figure(true, 4), figure(false)], room)).toHaveLength(1);
  expect(listIdleCameras([figure(true)], null)).toHaveLength(1);
});
