import { expect, test } from 'vitest';
import { compileTexts } from '../../../../support/fixtures.ts';

const DATA = JSON.stringify({
  title: 'Riders',
  sources: { town: { name: 'Harbour Town' } },
  rows: [
    { asOf: '2023-09', count: 2600, source: 'town' },
    { asOf: '2024-09', count: 3900, source: 'town' },
  ],
});

function compile(lines: string) {
  const fence = `\`\`\`chart\ndata: riders\ntype: line\ny: count\n${lines}\n\`\`\``;
  const talk = `---\ntitle: T\ndate: 2024-09-18\n---\n\n# A\n\n${fence}\n`;
  const { talks, problems } = compileTexts({
    'slides/talks/talk.md': talk,
    'data/riders.json': DATA,
  });
  return { slide: talks[0]?.slides[0], problems };
}

test('values are filled in in the texts of a block, and cite their sources', () => {
  const { slide, problems } = compile(
    'title: "Riders, {{ riders.count | growth 1y }}"\nannotate:\n  - { value: 3000, text: "now {{ riders.count }}" }',
  );
  expect(problems).toEqual([]);
  expect(slide?.html).toContain('now 3900');
  expect(slide?.text).toContain('Riders, 50%');
  expect(slide?.html).not.toContain('{{');
  expect(slide?.values.map(({ text }) => text)).toEqual(['50%', '3900']);
});

test('a wrong value is a problem at its place, and the block is not drawn', () => {
  const { slide, problems } = compile('title: "Riders, {{ riders.cuont }}"');
  expect(problems).toMatchObject([
    { code: 'unknown-column', span: { line: 12, column: 27, length: 5 } },
  ]);
  expect(slide?.html).not.toContain('<rostrum-chart');
});

test('a backslash writes the braces', () => {
  expect(compile("title: 'Riders, \\{{ x }}'").slide?.text).toContain('Riders, {{ x }}');
});
