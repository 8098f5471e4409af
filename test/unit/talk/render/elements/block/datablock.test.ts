import { expect, test } from 'vitest';
import * as v from 'valibot';
import { renderDataBlock } from '../../../../../../src/talk/render/elements/block/datablock.ts';
import { defineBlock, type Block } from '../../../../../../src/talk/model/block.ts';
import type { DataBlockToken } from '../../../../../../src/talk/model/token.ts';
import { lexPlaced } from '../../../markdown/parse.ts';
import { toBlock } from '../../../../../../src/talk/markdown/transform/code-tokens.ts';
import { codesIn, slideContext } from '../../context.ts';

const OUTPUT = { html: '<p>x</p>', steps: 0, text: 'x', uses: [] };

/** Renders the data block of a text with a block of a test. */
function render(text: string, compile: Block['compile'] = () => OUTPUT) {
  const block = defineBlock({
    name: 'own',
    about: 'A test.',
    schema: v.strictObject({ a: v.optional(v.number()) }),
    compile,
  });
  const context = slideContext();
  const project = { ...context.talk.project, blocks: [block as Block] };
  const own = { ...context, talk: { ...context.talk, project } };
  const [code] = lexPlaced(text);
  const token = code?.type === 'code' ? toBlock(code, ['own', 'other'], []) : undefined;
  return { html: renderDataBlock(token as DataBlockToken, own), context: own };
}

test('gives what the block compiles, and records the block', () => {
  const { html, context } = render('```own\na: 1\n```');
  expect(html).toBe('<p>x</p>\n');
  expect(context.blocks).toMatchObject([{ name: 'own', id: 'a/1', spec: { a: 1 }, text: 'x' }]);
});

test('a wrong key, an unknown block and broken YAML are shown in its place', () => {
  expect(codesIn(render('```own\nb: 1\n```').context)).toEqual(['unknown-block-key']);
  expect(codesIn(render('```other\n```').context)).toEqual(['unknown-block']);
  expect(codesIn(render('```own\na: [\n```').context)).toEqual(['bad-yaml']);
  expect(render('```own\nb: 1\n```').html).toContain('unknown-block-key');
});

test('an exception and a wrong result are problems of the block', () => {
  const { context } = render('```own\n```', () => {
    throw new Error('broken');
  });
  expect(context.problems.map(({ code, span }) => `${code} ${span?.line}`)).toEqual([
    'broken-block 1',
  ]);
  expect(context.problems[0]?.message).toContain('broken');
  expect(codesIn(render('```own\n```', () => 'x' as never).context)).toEqual(['broken-block']);
});

test('steps of a block are numbered among those of the slide', () => {
  const html = '<p>x</p><span class="fragment step-mark"></span>';
  const { html: rendered, context } = render('```own\n```', () => ({ ...OUTPUT, html, steps: 1 }));
  expect(rendered).toContain('class="fragment step-mark" data-fragment-index="step:0"');
  expect(context.steps.claims).toEqual([null]);
});
