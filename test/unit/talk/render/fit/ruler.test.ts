import { expect, test } from 'vitest';
import { levelOf } from '../../../../../src/talk/render/fit/fit-levels.ts';
import { parseTree } from '../../../../../src/talk/render/fit/fit-tree.ts';
import { groupInline, longestLine, scale } from '../../../../../src/talk/render/fit/ruler.ts';
import { USUAL } from './ruler.ts';

test('gathers what is in lines between blocks', () => {
  const groups = groupInline(parseTree('a <b>c</b><p>d</p> <i>e</i>').children);
  expect(groups.map((group) => (Array.isArray(group) ? group.length : group.name))).toEqual([
    2,
    'p',
    1,
  ]);
  expect(groupInline(parseTree(' \n ').children)).toEqual([]);
});

test('smaller text keeps the width of its lines, larger text has wider ones', () => {
  expect(longestLine(28, USUAL)).toBe(1008);
  expect(longestLine(18, levelOf('64'))).toBe(1008);
  expect(longestLine(38, levelOf('136'))).toBe(36 * 38);
});

test('only running text grows, and no text is too small', () => {
  expect(scale(24, levelOf('136'))).toBe(24);
  expect(scale(24, levelOf('75'))).toBe(18);
  expect(scale(34, levelOf('86'))).toBeCloseTo(34 * (24 / 28));
});
