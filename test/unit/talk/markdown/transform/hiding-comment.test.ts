import { expect, test } from 'vitest';
import { listHiddenTargets } from '../../../../../src/talk/markdown/transform/hiding-comment.ts';
import { collectStyles } from '../../../../../src/talk/markdown/transform/slide-styles.ts';
import { transformBlocks } from '../../../../../src/talk/markdown/transform/transform.ts';
import { listNested } from '../../../../../src/talk/model/nested-tokens.ts';
import { lexPlaced, printSpan } from '../parse.ts';

const HIDE = '<!-- .element: style="display:none" -->';

/** Lists what is hidden among the blocks of a text, or in its first block. */
function list(text: string, { inFirst = false } = {}) {
  const context = { blockNames: [], problems: [], comments: [] };
  const tokens = transformBlocks(lexPlaced(text), context);
  const among = inFirst && tokens[0] ? listNested(tokens[0]) : tokens;
  const around = { parent: 'p', styles: collectStyles(tokens), problems: [] };
  const { targets, comment } = listHiddenTargets(among, around);
  const found = [...targets].map(
    ([{ type }, { name, span }]) => `${type} ${name} ${printSpan(span)}`,
  );
  return { found, comment: comment && printSpan(comment) };
}

test('a comment below a block hides it, across blank lines', () => {
  expect(list(`- a\n\n${HIDE}`).found).toEqual(['list .element 3:1+39']);
});

test('a comment right after an element hides that, after text its parent', () => {
  expect(list(`**a**${HIDE}`, { inFirst: true })).toEqual({
    found: ['strong .element 1:6+39'],
    comment: null,
  });
  expect(list(`a ${HIDE}`, { inFirst: true })).toEqual({ found: [], comment: '1:3+39' });
});

test('a picture keeps its comment across a space', () => {
  expect(list(`![a](b.png) ${HIDE}`, { inFirst: true }).found).toEqual(['image .element 1:13+39']);
});

test('a rule of the slide hides elements of its name', () => {
  expect(list('<style>blockquote { display: none }</style>\n\n> a').found).toEqual([
    'blockquote blockquote 3:1+3',
  ]);
});

test('other attributes hide nothing', () => {
  expect(list('- a\n\n<!-- .element: class="b" -->').found).toEqual([]);
});
