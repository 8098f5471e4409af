import { expect, test } from 'vitest';
import { joinTextElements } from '../../../../../src/talk/markdown/lex/text-element.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';
import { listNested } from '../../../../../src/talk/model/nested-tokens.ts';
import { lexPlaced, printProblem } from '../parse.ts';

/** Joins the inline tokens of a paragraph. */
function join(text: string) {
  const problems: Problem[] = [];
  const [paragraph] = lexPlaced(text);
  const tokens = joinTextElements(paragraph ? listNested(paragraph) : [], problems);
  return {
    raws: tokens.map(({ type, raw }) => `${type} ${raw}`),
    codes: problems.map(printProblem),
  };
}

test('an element of text is one token with everything up to its end tag', () => {
  expect(join('a <textarea>**b** <i></textarea> c').raws).toEqual([
    'text a ',
    'html <textarea>**b** <i></textarea>',
    'text  c',
  ]);
  expect(join('a <TEXTAREA>b</Textarea>').raws[1]).toBe('html <TEXTAREA>b</Textarea>');
});

test('other elements stay in pieces', () => {
  expect(join('<b>a</b>').raws).toEqual(['html <b>', 'text a', 'html </b>']);
});

test('one that never ends takes the rest, and is reported at its tag', () => {
  const { raws, codes } = join('a <textarea>b **c**');
  expect(raws).toEqual(['text a ', 'html <textarea>b **c**']);
  expect(codes).toEqual(['1:3+10 unclosed-tag']);
});
