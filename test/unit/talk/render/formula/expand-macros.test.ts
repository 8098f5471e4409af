import { expect, test } from 'vitest';
import { expandMacros } from '../../../../../src/talk/render/formula/expand-macros.ts';

test.each([
  ['what takes nothing', '\\half x', { '\\half': '\\frac12' }, '\\frac12 x'],
  ['groups and single pieces', '\\pair{a}{b} \\pair xy', { '\\pair': '(#1,#2)' }, '(a,b) (x,y)'],
  ['groups in groups', '\\f{{a}}', { '\\f': '\\g{#1}' }, '\\g{{a}}'],
  ['definitions by others', '\\a', { '\\a': '\\b+1', '\\b': 'c' }, 'c+1'],
  ['letters right behind a command', '\\f b', { '\\f': '\\alpha#1' }, '\\alpha b'],
  [
    'no longer names and no escaped ones',
    '\\halfway \\\\half',
    { '\\half': 'h' },
    '\\halfway \\\\half',
  ],
  ['no names of JavaScript', '\\constructor', {}, '\\constructor'],
  ['too few arguments', '\\f', { '\\f': '[#1]' }, '[]'],
])('writes out %s', (_, tex, macros: Record<string, string>, written) => {
  expect(expandMacros(tex, macros)).toBe(written);
});

test('a definition by itself, or one that grows with each, ends', () => {
  expect(expandMacros('\\a', { '\\a': '\\a' })).toBe('\\a');
  const grown = expandMacros('\\a{\\a{\\a{\\a{x}}}}', { '\\a': '#1'.repeat(90) });
  expect(grown.length).toBeLessThan(3_000_000);
});
