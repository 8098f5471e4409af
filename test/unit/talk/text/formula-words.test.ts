import { expect, test } from 'vitest';
import { listCommands } from '../../../../src/talk/text/formula-signs.ts';
import { toFormulaWords } from '../../../../src/talk/text/formula-words.ts';

test.each([
  ['x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}', 'x = (-b ± √(b² - 4ac))/2a'],
  ['\\sum_{i=1}^n x_i', '∑_(i = 1)ⁿ x_i'],
  ['O(n \\log n)', 'O(n log n)'],
  ['\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', '(a b; c d)'],
  ['\\ket{\\psi} \\in \\mathbb{C}^2', '|ψ⟩ ∈ ℂ²'],
  ['\\hat{x} \\text{ is } 90^\\circ', 'x̂ is 90°'],
  ['a <!-- pause --> + b % remark', 'a + b'],
  ['\\left( x \\right. \\nosuchthing', '(x nosuchthing'],
  ['{{{{', ''],
])('writes %s as text', (tex, words) => {
  expect(toFormulaWords(tex)).toBe(words);
});

test("replaces a talk's own commands, within bounds", () => {
  const macros = { '\\R': '\\mathbb{R}', '\\norm': '\\lVert #1 \\rVert', '\\a': '\\a\\a' };
  expect(toFormulaWords('\\norm{v} \\in \\R^n', macros)).toBe('‖ v ‖ ∈ ℝⁿ');
  expect(toFormulaWords('\\a', macros).length).toBeLessThan(1000);
  expect(toFormulaWords('{'.repeat(10_000))).toBe('');
});

test('lists commands to suggest', () => {
  expect(listCommands()).toEqual(expect.arrayContaining(['\\frac', '\\alpha', '\\text', '\\hat']));
});
