import { expect, test } from 'vitest';
import { replaceForeignBlock } from '../../../../../src/talk/markdown/transform/foreign-blocks.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';
import { lexPlaced, parseSlide, printProblem, typesOf } from '../parse.ts';

/** Replaces the first block of a text: what is left of it, null for all, and what is reported. */
function replace(text: string) {
  const problems: Problem[] = [];
  const [block] = lexPlaced(text);
  const left = block && replaceForeignBlock(block, problems);
  return {
    left: left?.map(({ type }) => type) ?? null,
    problems: problems.map(printProblem),
    block,
  };
}

test.each([
  ['. . .', ['pause']],
  ['\\pause', ['pause']],
  ['\\newpage', []],
  ['[.autoscale: true]', []],
  ['name: a\ncount: false', []],
])('%s is replaced and reported once', (text, left) => {
  const replaced = replace(text);
  expect(replaced.left).toEqual(left);
  expect(replaced.problems).toEqual([`1:1+${text.split('\n')[0]?.length} foreign-syntax`]);
});

test.each(['^ a note', ': a definition alone', '.left-column[ a ]'])(
  '%s is reported and stays',
  (text) => {
    const { left, problems } = replace(text);
    expect([left, problems.length]).toEqual([null, 1]);
  },
);

test('words that look like it are left alone', () => {
  for (const text of ['. . . and more', 'Name: a person', 'See \\pause here', 'Agenda\n\n- a']) {
    expect(replace(text)).toMatchObject({ left: null, problems: [] });
  }
});

test('takes the mark from a callout and from a heading', () => {
  expect(replace('> [!NOTE] a').problems).toEqual(['1:3+9 foreign-syntax']);
  const { block, problems } = replace('# [fit] A');
  expect([block?.type === 'heading' && block.text, problems]).toEqual([
    'A',
    ['1:3+5 foreign-syntax'],
  ]);
  expect(typesOf(parseSlide('> [!NOTE]\n> a'))).toEqual(['blockquote']);
});
