import type { BoxGradient, SlideBoxes } from '../../../talk/model/pptx-boxes.ts';
import { GRADIENT_NAME } from './pptx-slide.ts';

const TABLE = /<a:tblPr\/>/g;
const BULLET = /(?=<a:buSzPct )/g;
const GRADIENT = new RegExp(
  `(<p:cNvPr id="\\d+" name="${GRADIENT_NAME}"(?:(?!</p:spPr>)[^])*?)<a:solidFill>[^]*?</a:solidFill>`,
  'g',
);
/** Parts of a degree, and of all, in files of office programs. */
const DEGREE = 60_000;
const ALL = 100_000;

/** Writes into a slide what the library has no option for: gradients, and the colours and directions of lists and tables. */
export function completeSlide(xml: string, slide: SlideBoxes | undefined): string {
  if (!slide) return xml;
  return turnTables(colourBullets(fillGradients(xml, slide), slide), slide);
}

/** Fills shapes with their gradients, in their order. */
function fillGradients(xml: string, { boxes }: SlideBoxes): string {
  const gradients = boxes.flatMap((box) =>
    box.kind === 'shape' && box.gradient ? [box.gradient] : [],
  );
  let index = 0;
  return xml.replace(GRADIENT, (shape, start: string) => {
    const gradient = gradients[index++];
    return gradient ? start + writeGradient(gradient) : shape;
  });
}

function writeGradient({ angle, stops }: BoxGradient): string {
  const written = stops.map(
    ({ at, colour, opacity }) =>
      `<a:gs pos="${Math.round(at * ALL)}"><a:srgbClr val="${colour}"><a:alpha val="${Math.round(opacity * ALL)}"/></a:srgbClr></a:gs>`,
  );
  return `<a:gradFill rotWithShape="1"><a:gsLst>${written.join('')}</a:gsLst><a:lin ang="${Math.round(angle * DEGREE)}" scaled="0"/></a:gradFill>`;
}

/** Colours the marks of lists in the order of their paragraphs. */
function colourBullets(xml: string, { boxes }: SlideBoxes): string {
  const texts = boxes.flatMap((box) => (box.kind === 'text' ? box.paragraphs : []));
  const marks = texts.flatMap(({ level, mark }) => (level === null ? [] : [mark]));
  let index = 0;
  return xml.replace(BULLET, () => {
    const mark = marks[index++];
    return mark ? `<a:buClr><a:srgbClr val="${mark}"/></a:buClr>` : '';
  });
}

/** Sets the direction of tables, in their order. */
function turnTables(xml: string, { boxes }: SlideBoxes): string {
  const tables = boxes.filter((box) => box.kind === 'table');
  let index = 0;
  return xml.replace(TABLE, (table) =>
    tables[index++]?.isRightToLeft ? '<a:tblPr rtl="1"/>' : table,
  );
}
