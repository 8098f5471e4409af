import { expect, test } from 'vitest';
import {
  mergeFindings,
  toProblem,
  type Fault,
  type Finding,
  type Look,
} from '../../../../src/talk/problems/finding.ts';

const LIGHT: Look = { view: 'deck', mode: 'light', step: 0 };
const PRINT: Look = { view: 'print', mode: 'light', step: 2 };

function overflow(pixels: number, look: Look = LIGHT, cause = 'bottom'): Finding {
  const fault: Fault = { code: 'content-overflow', edge: 'bottom', pixels };
  const what = `"${pixels}"`;
  const rest = { slide: 'one', block: null, words: '', badness: pixels, count: 1 };
  return { ...rest, what, fault, cause, looks: [look] };
}

const messagesOf = (findings: Finding[]): string[] =>
  mergeFindings(findings).map((finding) => toProblem(finding).message);

test('the worst of one cause stands for all, and says how many there are', () => {
  expect(messagesOf([overflow(3), overflow(40), overflow(20)])).toEqual([
    '"40", like 2 more, leaves the slide by 40 px at the bottom.',
  ]);
});

test('a different cause, slide or block makes a separate finding', () => {
  const other = { ...overflow(5), slide: 'two' };
  const inBlock = { ...overflow(5), block: 'one/1' };
  expect(mergeFindings([overflow(5), overflow(5, LIGHT, 'right'), other, inBlock])).toHaveLength(4);
});

test('the same thing in another look is counted once', () => {
  expect(messagesOf([overflow(5), overflow(5, PRINT)])).toEqual([
    '"5" leaves the slide by 5 px at the bottom.',
  ]);
});

test('what shows on paper only, or from a step on, says so', () => {
  expect(messagesOf([overflow(5, PRINT)])[0]).toContain('at the bottom in print.');
  const later = [2, 3].map((step) => overflow(5, { ...LIGHT, step }));
  expect(messagesOf([...later, overflow(5, PRINT)])[0]).toContain('at the bottom at step 2.');
});

test('contrast names its mode and colours', () => {
  const fault: Fault = { code: 'low-contrast', ratio: 4.496, least: 4.5, colours: '#777 on #fff' };
  const dark: Look = { ...LIGHT, mode: 'dark' };
  const { message, hint } = toProblem({ ...overflow(1, dark), what: '"Grey"', fault });
  expect(message).toBe('"Grey" has a contrast of 4.49:1 in dark mode; it needs 4.5:1.');
  expect(hint).toBe('It is #777 on #fff.');
});

test('a problem without a place has none', () => {
  expect(toProblem(overflow(1))).not.toHaveProperty('span');
});
