import * as v from 'valibot';
import type { Block } from '../../../talk/model/block.ts';
import type { Box, FormBox, SlideBoxes } from '../../../talk/model/pptx-boxes.ts';
import type { PptxPart } from '../../../talk/model/pptx/pptx-form.ts';
import type { BlockUse, Talk } from '../../../talk/model/talk.ts';
import { toBoxes } from './form-boxes.ts';

const NUMBER = v.pipe(v.number(), v.finite());
const SIZE = v.pipe(NUMBER, v.minValue(0));
const COLOUR = v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/i, 'has to be six digits after "#"'));
const PLACE = { x: NUMBER, y: NUMBER, width: SIZE, height: SIZE };
const LETTERS = v.pipe(NUMBER, v.minValue(18));
const SHAPE = {
  ...PLACE,
  fill: v.optional(COLOUR),
  line: v.optional(v.strictObject({ colour: COLOUR, width: SIZE })),
};
const PARTS = v.array(
  v.variant('kind', [
    v.strictObject({ kind: v.literal('rectangle'), ...SHAPE, radius: v.optional(SIZE) }),
    v.strictObject({ kind: v.literal('ellipse'), ...SHAPE }),
    v.strictObject({
      kind: v.literal('text'),
      ...PLACE,
      text: v.string(),
      size: v.optional(LETTERS),
      colour: v.optional(COLOUR),
      isBold: v.optional(v.boolean()),
      align: v.optional(v.picklist(['left', 'center', 'right'])),
    }),
    v.strictObject({
      kind: v.literal('table'),
      ...PLACE,
      rows: v.array(v.array(v.union([v.string(), v.number()]))),
      columns: v.optional(v.array(SIZE)),
      size: v.optional(LETTERS),
    }),
  ]),
);

/** Lists the ids of the blocks on slides that have a form of their own. */
export function listForms({ slides }: Talk, blocks: readonly Block[]): string[] {
  const names = new Set(blocks.filter(({ pptx }) => pptx !== undefined).map(({ name }) => name));
  return slides.flatMap((slide) =>
    slide.blocks.flatMap(({ id, name, spec }) => (names.has(name) && spec !== undefined ? id : [])),
  );
}

/** Draws blocks in their own form; one that fails is as the page shows it, and is named among the failures. */
export function drawForms(
  slides: readonly SlideBoxes[],
  talk: Talk,
  blocks: readonly Block[],
): { slides: SlideBoxes[]; failures: string[] } {
  const uses = new Map(talk.slides.flatMap((slide) => slide.blocks.map((use) => [use.id, use])));
  const failures: string[] = [];
  const draw = (box: Box): Box[] => {
    if (box.kind !== 'form') return [box];
    const use = uses.get(box.block);
    try {
      const parts = use && makeParts(box, use, { talk, blocks });
      return parts ? toBoxes(parts, box) : box.instead.flatMap(draw);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(`The block "${use?.name}" (${box.block}) is a picture: its "pptx" ${reason}.`);
      return box.instead.flatMap(draw);
    }
  };
  const drawn = slides.map((slide) => ({ ...slide, boxes: slide.boxes.flatMap(draw) }));
  return { slides: drawn, failures };
}

function makeParts(
  { width, height, colours }: FormBox,
  { name, spec }: BlockUse,
  { talk, blocks }: { talk: Talk; blocks: readonly Block[] },
): PptxPart[] | null {
  const block = blocks.find((one) => one.name === name);
  const { asOf, meta, datasets } = talk;
  const made: unknown = block?.pptx?.(spec, {
    asOf,
    talk: meta,
    width,
    height,
    dataset: (dataset) => (Object.hasOwn(datasets, dataset) ? datasets[dataset] : undefined),
    colour: (colour) => `#${colours[colour].toLowerCase()}`,
  });
  if (made === null || made === undefined) return null;
  const checked = v.safeParse(PARTS, made);
  if (checked.success) return checked.output as PptxPart[];
  const [issue] = checked.issues;
  throw new Error(
    `gave a wrong part, ${v.getDotPath(issue) ?? 'which is no list'}: ${issue.message.replace(/\.$/, '')}`,
  );
}
