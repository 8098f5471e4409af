import { expect, test } from 'vitest';
import * as v from 'valibot';
import { drawForms, listForms } from '../../../../../src/node/export/pptx/block-forms.ts';
import { BLOCKS } from '../../../../../src/talk/blocks/blocks.ts';
import { defineBlock, type Block } from '../../../../../src/talk/model/block.ts';
import { COLOURS } from '../../../../../src/talk/model/look/tokens.ts';
import type { FormBox, SlideBoxes } from '../../../../../src/talk/model/pptx-boxes.ts';
import { compileTexts } from '../../../../support/fixtures.ts';

const colours = Object.fromEntries(COLOURS.map((name) => [name, '112233'])) as FormBox['colours'];
const picture = { kind: 'shape', x: 1, y: 2, width: 3, height: 4, fill: '000000' } as const;
const FORM: FormBox = {
  kind: 'form',
  ...{ x: 100, y: 200, width: 600, height: 300 },
  block: 'title/1',
  colours,
  instead: [{ ...picture, line: null, radius: 0 }],
};

function draw(pptx: Block<{ data: string }>['pptx']) {
  const gauge = defineBlock<{ data: string }>({
    name: 'gauge',
    about: 'One value.',
    schema: v.strictObject({ data: v.string() }),
    compile: (spec, context) => {
      context.dataset(spec.data, ['data']);
      return { html: `<p data-block="${context.id}">9</p>`, steps: 0, text: '9', uses: [] };
    },
    ...(pptx && { pptx }),
  });
  const blocks = [...BLOCKS, gauge as unknown as Block];
  const { talks } = compileTexts(
    {
      'slides/talks/t.md': '---\ntitle: T\n---\n\n# Title\n\n```gauge\ndata: boats\n```\n',
      'data/boats.json':
        '{"title":"B","sources":{"us":{"name":"Us","url":"https://a.org/"}},"rows":[{"asOf":"2024-01","count":9,"source":"us"}]}',
    },
    { blocks: [gauge as unknown as Block] },
  );
  const [talk] = talks;
  if (!talk) throw new Error('no talk');
  const slides: SlideBoxes[] = [{ id: 'title', ground: 'FFFFFF', backdrop: null, boxes: [FORM] }];
  return { forms: listForms(talk, blocks), ...drawForms(slides, talk, blocks) };
}

test('a block is drawn from its data, in its place and in the colours of the theme', () => {
  const { forms, slides, failures } = draw((spec, { dataset, width, height, colour }) => [
    { kind: 'rectangle', x: 0, y: 0, width, height, fill: colour('accent'), radius: 8 },
    { kind: 'ellipse', x: 10, y: 10, width: 50, height: 20, line: { colour: '#FF0000', width: 2 } },
    {
      kind: 'text',
      x: 0,
      y: 40,
      width,
      height: 40,
      text: `${dataset(spec.data)?.rows[0]?.['count']}\nboats`,
    },
    {
      kind: 'table',
      x: 0,
      y: 100,
      width,
      height: 90,
      rows: [
        ['a', 'b'],
        ['x', 3],
      ],
      columns: [2, 1],
    },
  ]);
  expect(forms).toEqual(['title/1']);
  expect(failures).toEqual([]);
  const [shape, round, text, table] = slides[0]?.boxes ?? [];
  expect(shape).toMatchObject({
    kind: 'shape',
    x: 100,
    y: 200,
    width: 600,
    fill: '112233',
    radius: 8,
  });
  expect(round).toMatchObject({
    isEllipse: true,
    fill: null,
    line: { colour: 'FF0000', width: 2 },
  });
  expect(text).toMatchObject({ kind: 'text', y: 240, paragraphs: [{ runs: [{ text: '9' }] }, {}] });
  expect(table).toMatchObject({ kind: 'table', widths: [400, 200] });
  expect(table?.kind === 'table' && table.rows[1]?.[1]?.paragraphs[0]?.align).toBe('right');
});

test('a block without a form, or whose form is null, is as the page shows it', () => {
  expect(draw(undefined).forms).toEqual([]);
  expect(draw(() => null)).toMatchObject({ failures: [], slides: [{ boxes: FORM.instead }] });
});

test.each([
  [() => [{ kind: 'text', x: 0, y: 0, width: NaN, height: 1, text: '' }], '0.width'],
  [() => [{ kind: 'text', x: 0, y: 0, width: 1, height: 1, text: '', size: 9 }], '0.size'],
  [() => [{ kind: 'rectangle', x: 0, y: 0, width: 1, height: 1, fill: 'red' }], 'six digits'],
  [() => 3, 'no list'],
  [
    () => {
      throw new Error('broke');
    },
    'broke',
  ],
])('a form that fails is named, and the page shown instead', (pptx, reason) => {
  const { slides, failures } = draw(pptx as Block<{ data: string }>['pptx']);
  expect(slides[0]?.boxes).toEqual(FORM.instead);
  expect(failures).toEqual([expect.stringContaining('The block "gauge" (title/1) is a picture')]);
  expect(failures[0]).toContain(reason);
});
