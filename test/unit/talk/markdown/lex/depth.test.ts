import { expect, test } from 'vitest';
import { MAX_LEVELS } from '../../../../../src/talk/markdown/lex/depth.ts';
import { bodyOf, codesOf, compileMarkdown } from '../../../../support/slide.ts';

const DEEP: Record<string, (levels: number) => string> = {
  quotes: (levels) => `${'> '.repeat(levels)}words`,
  'lists in a line': (levels) => `${'- '.repeat(levels)}words`,
  'lists below each other': (levels) =>
    Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- words`).join('\n'),
  containers: (levels) => `${'::: terminal\n'.repeat(levels)}words\n${':::\n'.repeat(levels)}`,
  'quotes and lists': (levels) => `${'> - '.repeat(levels / 2)}words`,
};

test.each(Object.entries(DEEP))('%s may stand in each other up to the bound', (_, write) => {
  expect(codesOf(write(MAX_LEVELS))).toEqual([]);
  expect(bodyOf(write(MAX_LEVELS))).toContain('words');
});

test.each(Object.entries(DEEP))('%s beyond the bound are one problem', (_, write) => {
  for (const levels of [MAX_LEVELS + 2, 400]) {
    const { talks, problems } = compileMarkdown(
      `# Before\n\n---\n\n# Deep\n\n${write(levels)}\n\n---\n\n# After`,
    );
    expect(talks[0]?.slides.map(({ id }) => id)).toEqual(['before', 'deep', 'after']);
    expect(problems.map(({ code }) => code)).toEqual(['nested-too-deep']);
    expect(problems[0]?.span?.line).toBeGreaterThanOrEqual(13);
    expect(talks[0]?.slides[1]?.html).toContain('words');
  }
});

test('emphasis beyond the bound keeps its words', () => {
  const text = `${'**a '.repeat(300)}words${'**'.repeat(300)}`;
  expect(codesOf(text)).toEqual(['nested-too-deep']);
  expect(bodyOf(text)).toContain('words');
});
