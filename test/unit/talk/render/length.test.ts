import { expect, test } from 'vitest';
import { MAX_LINES } from '../../../../src/talk/render/length.ts';
import { bodyOf, codesOf, compileMarkdown } from '../../../support/slide.ts';

const repeat = (write: (index: number) => string, times: number): string =>
  Array.from({ length: times }, (_, index) => write(index)).join('');

const LINES: Record<string, (times: number) => string> = {
  code: (times) => `\`\`\`c\n${repeat((index) => `int x${index};\n`, times)}\`\`\``,
  rows: (times) => `| a |\n| --- |\n${repeat((index) => `| ${index} |\n`, times - 1)}`,
  points: (times) => repeat((index) => `- point ${index}\n`, times),
  'points of points': (times) => `- ${'a\n'.repeat(2)}${repeat(() => '  - b\n', times - 2)}`,
  paragraphs: (times) => repeat((index) => `words ${index}\n\n`, times),
  'a paragraph': (times) => 'word\n'.repeat(times),
  'a quote in a container': (times) => `::: terminal\n${'> a\n>\n'.repeat(times)}:::`,
  'raw HTML': (times) => `<div>\n${repeat((index) => `<p>words ${index}</p>\n`, times)}</div>`,
  'one line without end': (times) => 'word '.repeat((times - 1) * 40),
};

test.each(Object.entries(LINES))('%s may have as many lines as the bound', (_, write) => {
  expect(codesOf(`# A slide\n\n${write(MAX_LINES - 1)}`)).toEqual([]);
});

test.each(Object.entries(LINES))('%s beyond it are one problem in their place', (_, write) => {
  const { talks, problems } = compileMarkdown(
    `# Before\n\n---\n\n# Long\n\n${write(MAX_LINES + 2)}\n\n---\n\n# After`,
  );
  expect(problems.map(({ code }) => code)).toEqual(['slide-too-long']);
  expect(problems[0]?.span?.line).toBeGreaterThanOrEqual(13);
  const [, long] = talks[0]?.slides ?? [];
  expect(talks[0]?.slides).toHaveLength(3);
  expect(long?.html).toContain('slide-too-long');
  expect(long?.html.length).toBeLessThan(5000);
});

test('what is not drawn stays in the text of the slide', () => {
  const { talks } = compileMarkdown(`# Long\n\n${repeat((index) => `- point ${index}\n`, 1100)}`);
  expect(talks[0]?.slides[0]?.text).toContain('point 1099');
});

test('drawings and pictures that are written out are no text', () => {
  const drawing = `<svg viewBox="0 0 9 9" role="img" aria-label="dots">\n${'<path d="M0 0"/>\n'.repeat(2 * MAX_LINES)}</svg>`;
  const picture = `![A dot](data:image/png;base64,${'A'.repeat(300 * MAX_LINES)})`;
  expect(codesOf(`${drawing}\n\n${picture}`)).toEqual([]);
  expect(bodyOf(`${drawing}\n\n${picture}`)).toContain('<img');
});

test('many times the bound is one problem as well', () => {
  for (const write of Object.values(LINES)) {
    expect(codesOf(write(5 * MAX_LINES))).toEqual(['slide-too-long']);
  }
});
