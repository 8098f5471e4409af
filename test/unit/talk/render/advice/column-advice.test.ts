import { expect, test } from 'vitest';
import { findColumnFaults } from '../../../../../src/talk/render/advice/column-advice.ts';
import { compileMarkdown } from '../../../../support/slide.ts';

const codesOf = (text: string) =>
  compileMarkdown(`# A\n\n---\nlayout: two-columns\n---\n\n# B\n\n${text}`).problems.map(
    ({ code, span }) => `${span?.line} ${code}`,
  );

test('a layout of two columns needs the line where the second begins, once', () => {
  expect(findColumnFaults).toBeTypeOf('function');
  const lines = codesOf('a\n\nb').map((line) => line.replace(/^\d+ /, ''));
  expect(lines).toEqual(['missing-column']);
  expect(codesOf('a\n\n::right::\n\nb')).toEqual([]);
  expect(codesOf('a\n\n::right::\n\nb\n\n::right::\n\nc')).toHaveLength(1);
  expect(codesOf('::: columns\n\n::: column\n\na\n\n:::\n\n:::')).toEqual([]);
  expect(codesOf('- a\n\n  ::right::\n\n  b').join()).toContain('stray-column');
});
