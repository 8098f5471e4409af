import type { Layout } from '../../model/talk.ts';
import { isCover } from '../cover.ts';
import type { Ruler } from './ruler.ts';
import { LEVELS, MIN_SIZE, type Level } from './fit-levels.ts';
import { askedRow } from './fit-pictures.ts';
import { elementsOf, hasClass, isPicture, type Element } from './fit-tree.ts';
import { countLines, type Word } from './fit-words.ts';

/** A display text: its maximum size, its leading, and its longest line in ems. */
interface Text {
  size: number;
  leading: number;
  measure: number;
}

/** Styles of a layout that is mostly large text, as in `layouts.css`. */
interface Display {
  title: Text;
  /** The first paragraph, with and without a title above it. */
  first?: Text;
  alone?: Text;
  body: Text;
  quote?: Text;
  gap: number;
  /** Space above and below the content, and between title and content. */
  edges: number;
  margin: number;
}

const WIDTH = 1104;
/** Height of a row of marks on a cover, at most with sizes of their own, and the space above it, as in `pictures.css`. */
const MARKS = 104;
const HIGH_MARKS = 240;
const MARKS_MARGIN = 16;
const COVER: Display = {
  title: { size: 104, leading: 1.02, measure: 12 },
  first: { size: 34, leading: 1.3, measure: 99 },
  body: { size: 24, leading: 1.42, measure: 99 },
  gap: 8,
  edges: 168,
  margin: 48,
};
const DISPLAYS: Partial<Record<Layout, Display>> = {
  cover: COVER,
  end: COVER,
  section: {
    title: { size: 76, leading: 1.08, measure: 13 },
    body: { size: 34, leading: 1.3, measure: 36 },
    gap: 24,
    // The position line, and equal space above it, because the text is centred.
    edges: 208,
    margin: 32,
  },
  statement: {
    title: { size: 84, leading: 1.1, measure: 13.5 },
    alone: { size: 84, leading: 1.1, measure: 13.5 },
    body: { size: 40, leading: 1.3, measure: 27 },
    gap: 24,
    edges: 88,
    margin: 32,
  },
  quote: {
    title: { size: 28, leading: 1.16, measure: 99 },
    body: { size: 24, leading: 1.42, measure: 36 },
    quote: { size: 44, leading: 1.28, measure: 23 },
    gap: 24,
    edges: 88,
    margin: 24,
  },
  center: {
    title: { size: 46, leading: 1.16, measure: 99 },
    body: { size: 34, leading: 1.36, measure: 30 },
    gap: 24,
    edges: 88,
    margin: 32,
  },
};
const NAMES = ['', '93', '86', '75', '64', '50', '40', '32', '25'];
const FACTORS: Record<string, number> = { '50': 0.5, '40': 0.4, '32': 0.32, '25': 0.25 };
/** Layouts with a title size in proportion to the text. */
const SCALED: readonly Layout[] = ['cover', 'end', 'section', 'statement'];
const SLACK = 3;

/** The content of a display slide. */
export interface DisplayParts {
  /** Height of the slide. */
  height: number;
  layout: Layout;
  title: readonly Word[];
  body: Element;
  /** Width of a column at the slide's edge; 0 for none. */
  side: number;
  /** Height of the foot; 0 for none. */
  foot: number;
  ruler: Ruler;
  /** How much larger the titles of the theme are than usual; defaults to 1. */
  titleScale?: number;
}

/** Finds the largest size at which display text fits; undefined for other layouts. */
export function fitDisplay(parts: DisplayParts): string | undefined {
  const display = DISPLAYS[parts.layout];
  if (!display) return undefined;
  const room = parts.height - display.edges - (parts.foot === 0 ? 0 : parts.foot + 16);
  return NAMES.find((name) => heightAt(name, display, parts) + SLACK <= room) ?? NAMES.at(-1);
}

function heightAt(name: string, display: Display, parts: DisplayParts): number {
  const level = LEVELS.find((one) => one.name === name) ?? LEVELS.at(-1);
  if (!level) return 0;
  const factor = FACTORS[name] ?? level.size / 28;
  const scaled = SCALED.includes(parts.layout) ? factor : 1;
  const { titleScale = 1 } = parts;
  const width = WIDTH - parts.side;
  const title = scale(display.title, scaled * titleScale);
  const { size, leading } = title;
  const lines = countLines(parts.title, size, Math.min(width, title.measure * titleScale));
  const content = measureContent(display, parts, { factor, level });
  const margin = lines > 0 && content > 0 ? display.margin : 0;
  return lines * size * leading + margin + content;
}

function measureContent(
  display: Display,
  { title, body, ruler, side, layout }: DisplayParts,
  { factor, level }: { factor: number; level: Level },
): number {
  const elements = elementsOf(body).filter((element) => !hasClass(element, 'closing'));
  const width = WIDTH - side;
  const heights = elements.map((element, index) => {
    if (isCover(layout) && isOfMarks(element)) {
      const asked = askedRow(element, width, ruler.pictures) ?? MARKS;
      return MARKS_MARGIN + Math.min(asked, HIGH_MARKS);
    }
    const opening = title.length > 0 ? display.first : display.alone;
    const isQuote = element.name === 'blockquote' && display.quote !== undefined;
    const text = (isQuote ? display.quote : index === 0 ? opening : undefined) ?? display.body;
    const { size, leading, measure } = scale(text, factor);
    const place = { width, size, leading, measure: Math.min(width, measure) };
    if (!isQuote) return ruler.heightOf(element, place, level);
    const narrow = { ...place, width: place.measure };
    return ruler.stack(element.children, narrow, { gap: 16, level });
  });
  const gaps = Math.max(0, heights.filter((height) => height > 0).length - 1) * display.gap;
  return heights.reduce((sum, height) => sum + height, gaps);
}

/** Scales a text by a factor; its measure stays that of the full size, in pixels. */
function scale({ size, leading, measure }: Text, factor: number): Text {
  const scaled = Math.max(MIN_SIZE, size * factor);
  return { size: scaled, leading, measure: Math.min(WIDTH, measure * size) };
}

/** Reports whether a paragraph is a row of pictures. */
function isOfMarks(paragraph: Element): boolean {
  if (hasClass(paragraph, 'bleed')) return false;
  return hasClass(paragraph, 'pictures') || isPicture(paragraph);
}
