import { inlineStyles } from './inline-styles.ts';
import { FIXED_COLOURS, MERMAID_STYLE, toMermaidConfig } from './mermaid-theme.ts';
import { hideLetters, revealLetters, showLetters } from './keep-letters.ts';
import { mendDrawing } from './mend-drawing.ts';
import { nameParts, type DiagramData } from './name-parts.ts';

/** The part of Mermaid's interface that is used; its script sets a global variable. */
interface Mermaid {
  initialize(config: object): void;
  render(id: string, text: string, holder: Element): Promise<{ svg: string }>;
  mermaidAPI: {
    getDiagramFromText(text: string): Promise<{ db: { getData?: () => DiagramData } }>;
  };
}

declare global {
  interface Window {
    mermaid?: Mermaid;
    drawMermaid?: typeof drawMermaid;
  }
}

/** A drawing as text, or what Mermaid says about the text with its line, counted from 1. */
export type MermaidResult = { svg: string } | { message: string; line: number | null };

const FACES = ['400', '600'];
const LINE = /\bline:? (\d+)/i;
const PADDING = 4;
/** What Mermaid takes for the width of a slide, at which it wraps. */
const SCREEN_WIDTH = 1920;

/** Draws a diagram, with its styles as attributes and its parts named. */
export async function drawMermaid(text: string): Promise<MermaidResult> {
  const { mermaid } = window;
  const holder = document.body;
  if (!mermaid) return { message: 'Mermaid was not loaded.', line: null };
  try {
    mermaid.initialize(toMermaidConfig());
    const fonts = FACES.map((weight) =>
      document.fonts.load(`${weight} 20px "IBM Plex Sans"`, text),
    );
    await Promise.all(fonts);
    const { svg } = await mermaid.render('d', hideLetters(text), holder);
    const data = await readData(mermaid, hideLetters(text));
    holder.innerHTML = svg;
    const drawing = holder.querySelector('svg');
    return drawing
      ? { svg: finish(drawing, data) }
      : { message: 'Mermaid drew nothing.', line: null };
  } catch (error) {
    return describe(error);
  } finally {
    holder.replaceChildren();
  }
}

async function readData({ mermaidAPI }: Mermaid, text: string): Promise<DiagramData> {
  const { db } = await mermaidAPI.getDiagramFromText(text);
  return db.getData?.() ?? {};
}

function finish(svg: SVGSVGElement, data: DiagramData): string {
  nameParts(svg, data);
  showLetters(svg);
  mendDrawing(svg);
  inlineStyles(svg, FIXED_COLOURS);
  const { x, y, width, height } = svg.getBBox();
  const box = [x - PADDING, y - PADDING, width + 2 * PADDING, height + 2 * PADDING];
  svg.setAttribute('viewBox', box.map((value) => Math.round(value * 10) / 10).join(' '));
  return new XMLSerializer().serializeToString(svg);
}

function describe(error: unknown): Exclude<MermaidResult, { svg: string }> {
  const message = revealLetters(error instanceof Error ? error.message : String(error));
  const found = LINE.exec(message)?.[1];
  const line = found === undefined ? null : Number(found);
  // A parse error lists all tokens that could have followed, by the names of the grammar.
  const { text } = (Object(error) as { hash?: { text?: unknown } }).hash ?? {};
  return {
    message:
      typeof text === 'string'
        ? `${JSON.stringify(revealLetters(text).trim())} is not expected here`
        : message,
    line,
  };
}

Object.defineProperty(screen, 'availWidth', { value: SCREEN_WIDTH });
const style = document.createElement('style');
style.textContent = MERMAID_STYLE;
document.head.append(style);
window.drawMermaid = drawMermaid;
