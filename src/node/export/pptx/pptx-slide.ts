import type PptxGenJS from 'pptxgenjs';
import type {
  Box,
  BoxLine,
  BoxPlace,
  DrawingBox,
  ShapeBox,
  TableBox,
  TextBox,
} from '../../../talk/model/pptx-boxes.ts';
import { escapeHtml } from '../../../talk/html/html.ts';
import { toLink, toPoints, toTextRuns, type PptxTextOptions } from './pptx-text.ts';

/** Pictures of boxes: type and base64, as behind `data:`. */
export type PptxPictures = Map<Box, string>;

/** What the boxes of a slide are drawn with. */
export interface PptxSlideOptions extends PptxTextOptions {
  pictures: PptxPictures;
  /** Reports what a drawing of a block shows. */
  describe: (block: string | null) => string;
}

/** Name of the text box that is the slide's title. */
export const TITLE_NAME = 'Title';
/** Name of shapes whose fill is a gradient, for which the library has no option. */
export const GRADIENT_NAME = 'Gradient';

const INCH = 96;
const SLIDE = { width: 1280 };
/** Extra width for substitute fonts, whose letters can be wider; more would overlap adjacent text. */
const SLACK = 1.06;
const NARROW = 8;
/** Text of several lines that is wider than this breaks between words. */
const WIDEST = 900;
/** How far letters of the faces reach below their line, in parts of their size. */
const DEPTH = { text: 0.212, mono: 0.3 };
/** Room that a title leaves at the right of its slide. */
const RIGHT = 72;
/** How much of the margin beside a title another font may take. */
const MARGIN = 48;

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
      const hyperlink = box.link === undefined ? undefined : toLink(box.link, options.slideOf);
      // The library escapes the addresses of words, and not those of pictures.
      const url = hyperlink?.url === undefined ? {} : { url: escapeHtml(hyperlink.url) };
      const link = hyperlink ? { hyperlink: { ...hyperlink, ...url } } : {};
      if (data !== undefined) slide.addImage({ data, ...toInches(box), altText: box.alt, ...link });
      return undefined;
    }
    case 'shape':
      return drawShape(slide, box);
    case 'form':
      return drawBoxes(slide, box.instead, options);
  }
}

function drawShape(slide: PptxGenJS.Slide, box: ShapeBox): void {
  const { fill, line, radius, opacity = 1, gradient } = box;
  const colour = gradient?.stops[0]?.colour ?? fill;
  const isRound = radius > 0 && radius * 2 >= Math.min(box.width, box.height) - 1;
  const isCircle = isRound && Math.abs(box.width - box.height) < 1;
  const options = {
    ...toInches(box),
    fill:
      colour === null
        ? { type: 'none' as const }
        : { color: colour, transparency: 100 * (1 - opacity) },
    ...(gradient ? { objectName: GRADIENT_NAME } : {}),
    line: line ? { color: line.colour, width: toPoints(line.width) } : { type: 'none' as const },
  };
  if (box.isEllipse ?? isCircle) slide.addShape('ellipse', options);
  else if (radius > 0) slide.addShape('roundRect', { ...options, rectRadius: radius / INCH });
  else slide.addShape('rect', options);
}

function drawText(slide: PptxGenJS.Slide, box: TextBox, options: PptxSlideOptions): void {
  const { paragraphs, leading, gap, isSingle, isTitle, indent } = box;
  slide.addText(toTextRuns(paragraphs, { ...options, indent }), {
    ...toInches(widen(onBaseline(box))),
    margin: 0,
    valign: 'top',
    fit: 'none',
    wrap: !isSingle || isTitle,
    lineSpacing: toPoints(leading),
    ...(gap > 0 ? { paraSpaceAfter: toPoints(gap) } : {}),
    ...(isTitle ? { objectName: TITLE_NAME } : {}),
  });
}

/** Corrects the line height: office programs add the whole leading above a line, browsers half of it. */
function onBaseline(box: TextBox): TextBox {
  const { paragraphs, leading, baseline, y, height } = box;
  // Code may begin with an empty line.
  const first = paragraphs.find(({ runs }) => runs.length > 0);
  const depths = first?.runs.map(({ size, isMono }) => size * (isMono ? DEPTH.mono : DEPTH.text));
  const top = baseline - leading + Math.max(...(depths ?? [0]));
  return { ...box, y: top, height: Math.max(height - Math.max(0, top - y), leading) };
}

/** Builds room on the side to which text grows; text of several lines has its margins already. */
function widen(box: TextBox): BoxPlace {
  const { x, width, paragraphs, isTitle, isSingle } = box;
  const align = paragraphs[0]?.align ?? 'left';
  // A title has the width of its column, and some of the margin beside it.
  if (isTitle && align === 'right') return { ...box, x: x - MARGIN, width: width + MARGIN };
  if (isTitle && align !== 'center') return { ...box, width: width + MARGIN };
  const wide = Math.max(width, Math.min(width * SLACK + NARROW, isSingle ? SLIDE.width : WIDEST));
  const more = wide - width;
  const end = x + width;
  if (align === 'right') return { ...box, x: Math.max(0, end - wide), width: Math.min(wide, end) };
  const left = align === 'left' ? x : x - more / 2;
  const most = Math.max(width, SLIDE.width - (isSingle ? 0 : RIGHT) - Math.max(0, left));
  return { ...box, x: Math.max(0, left), width: Math.min(wide, most) };
}

function drawTable(slide: PptxGenJS.Slide, box: TableBox, options: PptxSlideOptions): void {
  const none = { type: 'none' } as const;
  const rows = box.rows.map((row) =>
    row.map(({ paragraphs, columns, rows: span, fill, line, padding: [left, right] }) => ({
      text: toTextRuns(paragraphs, options),
      options: {
        colspan: columns,
        rowspan: span,
        align: paragraphs[0]?.align ?? 'left',
        valign: 'middle' as const,
        border: [
          none,
          none,
          line ? toBorder(line) : none,
          none,
        ] as PptxGenJS.TableCellProps['border'],
        margin: [0, Math.min(right, NARROW) / INCH, 0, left / INCH] as [
          number,
          number,
          number,
          number,
        ],
        ...(fill === null ? {} : { fill: { color: fill } }),
      },
    })),
  );
  slide.addTable(rows, {
    ...toInches(box),
    colW: box.widths.map((width) => width / INCH),
    rowH: box.heights.map((height) => height / INCH),
  });
}

function toBorder({ colour, width }: BoxLine) {
  return { type: 'solid', pt: toPoints(width), color: colour } as const;
}

function drawDrawing(slide: PptxGenJS.Slide, box: DrawingBox, options: PptxSlideOptions): void {
  const data = `image/svg+xml;base64,${Buffer.from(box.svg).toString('base64')}`;
  slide.addImage({ data, ...toInches(box), altText: options.describe(box.block) || box.alt });
}

function toInches({ x, y, width, height }: BoxPlace) {
  return { x: x / INCH, y: y / INCH, w: width / INCH, h: height / INCH };
}
