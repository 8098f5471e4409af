import type { DiagramAnswer } from '../../model/diagram/diagram-source.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { CodeBlockToken } from '../../model/token.ts';
import {
  allowMissing,
  brokenDiagram,
  undrawnDiagram,
  unknownDiagramPart,
} from '../../problems/problems.ts';
import { html, rawHtml } from '../../html/html.ts';
import type { SlideContext } from '../context.ts';
import { claimStep } from '../steps.ts';
import { writeNodes, type Element } from '../raw/nodes.ts';
import { cleanDrawing, DRAWING_LIMITS, type CleanDrawing } from './clean-drawing.ts';
import { MIN_TEXT, reportDiagram, type DiagramSize } from './diagram-report.ts';
import { readSteps, readWords } from './diagram-remarks.ts';
import { assignSteps } from './diagram-steps.ts';

/** What a fence becomes: its drawing; null where its text is shown as code. */
export interface RenderedDiagram {
  markup: string | null;
  problems: Problem[];
}

/** The largest size of text on a slide, in its pixels. */
const MAX_TEXT = 30;

/** Renders the drawing of a diagram in the colours and fonts of the talk. */
export function renderDiagram(
  token: CodeBlockToken,
  answer: DiagramAnswer,
  context: SlideContext,
): RenderedDiagram {
  const { language, infoSpan } = token;
  const span = { ...infoSpan, length: Math.max(1, (language ?? '').length) };
  if (answer.kind === 'undrawn')
    return { markup: null, problems: [allowMissing(answer.toProblem(span), context.talk.meta)] };
  if (answer.kind === 'faulty') {
    const at = answer.line === null ? undefined : token.lines[answer.line - 1];
    const line = at && trimSpan(at, token.text.split('\n')[(answer.line ?? 1) - 1] ?? '');
    const problem = brokenDiagram(language ?? '', answer.message, line ?? span);
    return { markup: null, problems: [allowMissing(problem, context.talk.meta)] };
  }
  const prefix = `${context.id}-d${++context.diagrams}-`;
  const drawing = withWords(cleanDrawing(answer.svg, prefix), token.text);
  const size = drawing && sizeOf(drawing.svg);
  if (!drawing || !size) return { markup: null, problems: [tooLarge(span)] };
  const problems = reportDiagram(token, drawing, { size, span, context });
  problems.push(...placeSteps(token, drawing.svg, context));
  return { markup: writeFigure(token, drawing, size), problems };
}

/** Lets the remarks of a diagram say what its program has no words for. */
function withWords(drawing: CleanDrawing | null, text: string): CleanDrawing | null {
  const { title, description } = readWords(text);
  if (!drawing) return null;
  return {
    ...drawing,
    title: title || drawing.title,
    description: description || drawing.description,
  };
}

function tooLarge(span: Span): Problem {
  const { length, elements } = DRAWING_LIMITS;
  const why = `its drawing is no SVG, or has more than ${elements} elements or ${length / 1e6} MB`;
  return undrawnDiagram(why, 'Show a part of it.', span);
}

/** Returns the place of a line without the spaces around it. */
function trimSpan(span: Span, line: string): Span {
  const text = line.trim();
  const column = span.column + (line.length - line.trimStart().length);
  return { ...span, column, length: Math.max(1, text.length) };
}

function sizeOf({ attrs }: Element): DiagramSize | null {
  const numbers = attrs
    .find(({ name }) => name === 'viewBox')
    ?.value.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers ?? [];
  return width > 0 && height > 0 && Number.isFinite(width + height) ? { width, height } : null;
}

/** Marks the parts that appear at steps; reports names that no part has. */
function placeSteps(token: CodeBlockToken, svg: Element, { steps }: SlideContext): Problem[] {
  const written = readSteps(token.text, token.lines);
  const { groups, unknown, names } = assignSteps(svg, written);
  if (steps.isOn) {
    for (const group of groups.filter(({ length }) => length > 0)) {
      const index = claimStep(steps);
      for (const element of group) markStep(element, index);
    }
  }
  return unknown.map(({ name, span }) => unknownDiagramPart(name, names, span));
}

function markStep(element: Element, index: string): void {
  const others = element.attrs.filter(({ name }) => name !== 'class');
  const own = element.attrs.find(({ name }) => name === 'class')?.value;
  const value = own === undefined ? 'fragment' : `${own} fragment`;
  element.attrs = [
    { name: 'class', value },
    { name: 'data-fragment-index', value: index },
    ...others,
  ];
}

/** Writes the drawing as large as its place allows, with its text in no more than a title's size. */
function writeFigure(
  { title: caption }: CodeBlockToken,
  { svg, title, description, sizes }: CleanDrawing,
  { width, height }: DiagramSize,
): string {
  const least = Math.min(MAX_TEXT, ...sizes);
  const most = Math.max(...sizes.filter(Number.isFinite), least);
  const scale = Math.max(MIN_TEXT / least, MAX_TEXT / most);
  const keep = new Set(['viewBox']);
  svg.attrs = svg.attrs.filter(({ name }) => keep.has(name));
  const limits = `max-width:${Math.round(width * scale)}px;max-height:${Math.round(height * scale)}px`;
  const words = [title, description].filter(Boolean).join('. ').replaceAll('..', '.');
  const label = words === '' ? null : html` role="img" aria-label="${words}"`;
  const style = `${FILL};${limits}`;
  const drawing = writeNodes(svg.childNodes as Element[]);
  const box = svg.attrs[0]?.value ?? '';
  const below = caption && html`<figcaption>${caption}</figcaption>`;
  return html`<figure class="diagram" role="none" style="${FRAME}"><svg${label} viewBox="${box}" style="${style}">${rawHtml(drawing)}</svg>${below}</figure>
`.markup;
}

/** Pages have no rules for diagrams, so that a talk without one loads none. */
const FRAME =
  'flex:1 1 0;min-height:180px;margin:0;display:flex;flex-direction:column;align-items:center;justify-content:center';
const FILL = 'flex:1 1 auto;min-height:0;width:100%;font-family:var(--font-text)';
