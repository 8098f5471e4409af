import { expect, test } from 'vitest';
import type { ValueUse } from '../../../../../../src/talk/model/talk.ts';
import { settleTexts } from '../../../../../../src/talk/render/elements/block/block-texts.ts';
import { compileTexts } from '../../../../../support/fixtures.ts';

const span = { file: 'a.md', line: 1, column: 1, length: 1 };

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

test('texts with values are listed for pages, with their words as filled in where nothing changes', () => {
  const { slide } = compile(
    'title: "{{ talk.title }}: {{ riders.count }}"\nannotate:\n  - { value: 3000, text: "{{ talk.title }}" }',
  );
  expect(slide?.blocks[0]?.texts).toEqual([
    { path: ['title'], parts: ['T', ': ', { expression: 'riders.count' }] },
  ]);
  expect(slide?.values.every((value) => value.isStill === undefined)).toBe(true);
});

test('a text follows only where a page can compile the block, and the body has it in its place', () => {
  const values: ValueUse[] = [
    { expression: 'a.b', text: '1', datasets: ['a'], isStill: true, span },
  ];
  const text = {
    path: ['marks', 0, 'label'],
    parts: [{ expression: 'a.b', text: '1' }],
    text: '1',
    values,
  };
  expect(settleTexts([text], { marks: [{ label: '1' }] })).toMatchObject({
    followed: [{ path: ['marks', 0, 'label'] }],
    values: [{ expression: 'a.b' }],
  });
  for (const spec of [null, undefined, {}, { marks: [{ label: 1 }] }, { marks: '1' }])
    expect(settleTexts([text], spec)).toEqual({ followed: [], values });
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

test('a value in a drawing is its text, which stays as it is; in its foreign object it can follow', () => {
  const inDrawing = '<svg viewBox="0 0 9 9"><text>{{ riders.count }} riders</text></svg>';
  const inObject =
    '<svg viewBox="0 0 9 9"><foreignObject><p>{{ riders.count }}</p></foreignObject></svg>';
  const { talks } = compileTexts({
    'slides/talks/talk.md': `---\ntitle: T\ndate: 2024-09-18\n---\n\n# A\n\n${inDrawing}\n\n${inObject}\n`,
    'data/riders.json': DATA,
  });
  const slide = talks[0]?.slides[0];
  expect(slide?.html).toContain('<text>3900 riders</text>');
  expect(slide?.html).toMatch(/<p><rostrum-value [^>]*>3900</);
  expect(slide?.values.map(({ isStill }) => isStill)).toEqual([true, undefined]);
});
