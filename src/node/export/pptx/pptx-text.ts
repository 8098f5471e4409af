import type PptxGenJS from 'pptxgenjs';
import type { BoxNumbering, BoxParagraph, BoxRun } from '../../../talk/model/pptx-boxes.ts';

/** What text needs to know of its file. */
export interface PptxTextOptions {
  /** Number of the slide with an id, from 1. */
  slideOf: (id: string) => number | undefined;
  /** The talk's, for spelling. */
  language: string;
  /** The indent of list text, in slide pixels. */
  indent?: number;
}

/** A point is four thirds of a CSS pixel. */
const POINTS = 0.75;
/** Fonts that every office program has, or replaces with one of equal width. */
export const TEXT_FACE = 'Arial';
const CODE_FACE = 'Courier New';
/** Points. */
const INDENT = 18;
/** An en dash, as the marks of our lists are. */
const DASH = '2013';
/** The names by which PowerPoint knows kinds of numbers. */
const NUMBER_STYLES = {
  decimal: 'arabicPeriod',
  a: 'alphaLcPeriod',
  A: 'alphaUcPeriod',
  i: 'romanLcPeriod',
  I: 'romanUcPeriod',
} as const;
const WEB = /^(?:https?|mailto):/i;

/** Writes paragraphs as runs of text; the last of each but the last ends its line. */
export function toTextRuns(
  paragraphs: readonly BoxParagraph[],
  options: PptxTextOptions,
): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((paragraph, index) => {
    const isEnd = index === paragraphs.length - 1;
    const runs = paragraph.runs.length > 0 ? paragraph.runs : [emptyRun(paragraphs)];
    return runs.map((run, place) => ({
      text: run.text,
      options: {
        ...toRunOptions(run, options),
        align: paragraph.align,
        ...(paragraph.isRightToLeft ? { rtlMode: true } : {}),
        ...(place === 0 ? toBullet(paragraph, options.indent) : {}),
        breakLine: place === runs.length - 1 && !isEnd,
      },
    }));
  });
}

/** Returns pixels as points. */
export function toPoints(pixels: number): number {
  return Math.round(pixels * POINTS * 10) / 10;
}

function toRunOptions(
  run: BoxRun,
  { slideOf, language }: PptxTextOptions,
): PptxGenJS.TextPropsOptions {
  const { size, colour, isBold, isItalic, isUnderlined, isMono, link, ground } = run;
  const hyperlink = link === null ? undefined : toLink(link, slideOf);
  return {
    fontFace: isMono ? CODE_FACE : TEXT_FACE,
    fontSize: toPoints(size),
    // Without a region, the library's own English.
    ...(language === 'en' ? {} : { lang: language }),
    color: colour,
    bold: isBold,
    italic: isItalic,
    ...(run.isRaised ? { superscript: true } : {}),
    ...(run.isLowered ? { subscript: true } : {}),
    ...(run.isStruck ? { strike: 'sngStrike' as const } : {}),
    ...(ground === null ? {} : { highlight: ground }),
    ...(isUnderlined && !hyperlink ? { underline: { style: 'sng' } } : {}),
    ...(hyperlink ? { hyperlink } : {}),
  };
}

/** Returns the link to an address of the web or to a slide; undefined for any other. */
export function toLink(
  link: string,
  slideOf: PptxTextOptions['slideOf'],
): PptxGenJS.HyperlinkProps | undefined {
  if (WEB.test(link)) return { url: link };
  const slide = link.startsWith('#') ? slideOf(link.slice(1)) : undefined;
  return slide === undefined ? undefined : { slide };
}

function toBullet(
  { level, numbering }: BoxParagraph,
  indent: number | undefined,
): PptxGenJS.TextPropsOptions {
  if (level === null) return {};
  const kind = numbering ? toNumbers(numbering) : { characterCode: DASH };
  return { bullet: { indent: indent ? toPoints(indent) : INDENT, ...kind }, indentLevel: level };
}

function toNumbers({ start, kind }: BoxNumbering) {
  return { type: 'number' as const, style: NUMBER_STYLES[kind], numberStartAt: Math.max(1, start) };
}

/** Returns the size of an empty line: that of adjacent lines. */
function emptyRun(paragraphs: readonly BoxParagraph[]): BoxRun {
  const [model] = paragraphs.flatMap(({ runs }) => runs);
  return model ? { ...model, text: ' ', link: null } : { ...PLAIN, text: ' ' };
}

/** How letters look where nothing is said of them. */
export const PLAIN = {
  size: 18,
  colour: '000000',
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  isRaised: false,
  isLowered: false,
  isMono: false,
  link: null,
  ground: null,
};
