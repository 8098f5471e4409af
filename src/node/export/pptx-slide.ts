import type PptxGenJS from 'pptxgenjs';
import type { Box, BoxPlace, DrawingBox, TableBox, TextBox } from '../../talk/model/boxes.ts';
import { toPoints, toTextRuns, type PptxTextOptions } from './pptx-text.ts';

/** Pictures of boxes: type and base64, as behind `data:`. */
export type PptxPictures = Map<Box, string>;

/** What the boxes of a slide are drawn with. */
export interface PptxSlideOptions extends PptxTextOptions {
  pictures: PptxPictures;
  /** Says what a drawing of a block shows. */
  describe: (block: string | null) => string;
}

/** Name of the text box that is the slide's title. */
export const TITLE_NAME = 'Title';

const INCH = 96;
const SLIDE = { width: 1280, height: 720 };
/** Letters of a face that stands in for ours can be wider; beyond this the text would meet its neighbours. */
const SLACK = 1.06;
/** Room that a title leaves at the right of its slide. */
const RIGHT = 72;

/** Draws boxes on a slide. */
export function drawBoxes(
  slide: PptxGenJS.Slide,
  boxes: readonly Box[],
  options: PptxSlideOptions,
): void {
  for (const box of boxes) drawBox(slide, box, options);
}

function drawBox(slide: PptxGenJS.Slide, box: Box, options: PptxSlideOptions): void {
  switch (box.kind) {
    case 'text':
      return drawText(slide, box, options);
    case 'table':
      return drawTable(slide, box, options);
    case 'drawing':
      return drawDrawing(slide, box, options);
    case 'picture': {
      const data = options.pictures.get(box);
      if (data !== undefined) slide.addImage({ data, ...toInches(box), altText: box.alt });
      return undefined;
    }
    case 'shape':
      slide.addShape('rect', {
        ...toInches(box),
        fill: { color: box.fill },
        line: { type: 'none' },
      });
  }
}

function drawText(slide: PptxGenJS.Slide, box: TextBox, options: PptxSlideOptions): void {
  const { paragraphs, leading, gap, isSingle, isTitle } = box;
  slide.addText(toTextRuns(paragraphs, options), {
    ...toInches(widen(box)),
    margin: 0,
    valign: 'top',
    fit: 'none',
    wrap: !isSingle,
    lineSpacing: toPoints(leading),
    ...(gap > 0 ? { paraSpaceAfter: toPoints(gap) } : {}),
    ...(isTitle ? { objectName: TITLE_NAME } : {}),
  });
}

/** Makes room on the side to which text grows. */
function widen(box: TextBox): BoxPlace {
  const { x, width, paragraphs, isTitle } = box;
  if (isTitle) return { ...box, width: Math.max(width, SLIDE.width - RIGHT - x) };
  const align = paragraphs[0]?.align ?? 'left';
  const wide = Math.min(width * SLACK + 4, SLIDE.width);
  const more = wide - width;
  const left = { left: x, center: x - more / 2, right: x - more }[align];
  return { ...box, x: Math.max(0, left), width: Math.min(wide, SLIDE.width - Math.max(0, left)) };
}

function drawTable(slide: PptxGenJS.Slide, box: TableBox, options: PptxSlideOptions): void {
  const rule = { type: 'solid', pt: 0.75, color: 'C9C3B8' } as const;
  const none = { type: 'none' } as const;
  const rows = box.rows.map((row) =>
    row.map(({ paragraphs, columns, rows: span, fill }) => ({
      text: toTextRuns(paragraphs, options),
      options: {
        colspan: columns,
        rowspan: span,
        align: paragraphs[0]?.align ?? 'left',
        valign: 'middle' as const,
        border: [none, none, rule, none] as [typeof none, typeof none, typeof rule, typeof none],
        ...(fill === null ? {} : { fill: { color: fill } }),
      },
    })),
  );
  slide.addTable(rows, {
    ...toInches(box),
    colW: box.widths.map((width) => width / INCH),
    rowH: box.heights.map((height) => height / INCH),
    margin: [0, 0.06, 0, 0],
  });
}

function drawDrawing(slide: PptxGenJS.Slide, box: DrawingBox, options: PptxSlideOptions): void {
  const data = `image/svg+xml;base64,${Buffer.from(box.svg).toString('base64')}`;
  slide.addImage({ data, ...toInches(box), altText: options.describe(box.block) });
}

function toInches({ x, y, width, height }: BoxPlace) {
  return { x: x / INCH, y: y / INCH, w: width / INCH, h: height / INCH };
}
