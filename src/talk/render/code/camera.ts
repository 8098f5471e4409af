import {
  listExcerpts,
  maxLines,
  planExcerpts,
  planViews,
  splitStates,
  viewLine,
  type CameraRoom,
  type CameraView,
} from '../../code/camera-views.ts';
import { html } from '../../html/html.ts';
import type { Span } from '../../model/problem.ts';
import { cameraTooLong, lineTooLong, paperTooShort } from '../../problems/problems.ts';
import type { SlideContext } from '../context.ts';
import { claimStep } from '../steps.ts';
import {
  readTabSize,
  readTexts,
  renderLine,
  renderMark,
  renderPre,
  type CodeFigure,
  type CodeRoom,
} from './code-figure.ts';

type States = NonNullable<CodeFigure['states']>;

/** Code whose lines step. */
interface SteppedFigure extends CodeFigure {
  states: States;
}

const TITLE = 42;
const PADDING = 14;
const MAP = { width: 56, gap: 16, columns: 90 };
const TAB = /\t/g;

/** Takes the camera for code that has the lines it is for; null where it is for none or taken. */
export function takeCamera(figure: CodeFigure, context: SlideContext): CodeRoom | null {
  const { camera } = context;
  if (camera?.lines !== figure.lines.length) return null;
  context.camera = null;
  return camera;
}

/** Renders long code with a map of the whole. Each step shows a part of it; print shows the parts below each other. */
export function renderCamera(
  written: SteppedFigure,
  room: CodeRoom,
  context: SlideContext,
): string {
  const { title, language } = written;
  const texts = readTexts(written).map((text) =>
    expandTabs(text, readTabSize(written, context.tabSize)),
  );
  const inner = {
    width: room.width - MAP.width - MAP.gap,
    height: room.height - 2 * PADDING - (title ? TITLE : 0),
  };
  const figure = written.isCut ? splitFigure(written, texts, inner) : written;
  const { states } = figure;
  const views = planViews(texts, states, inner);
  const excerpts = listExcerpts(states, texts.length);
  const plan = planExcerpts(texts, excerpts, inner);
  reportViews(figure, { views, inner }, context);
  if (!plan.fits) context.problems.push(paperTooShort(placeOf(figure, -1)));
  const steps = states.length - 1;
  const marks = Array.from({ length: steps }, () => renderMark(claimStep(context.steps)));
  const starts = new Set(excerpts.map(([first]) => first).filter((first) => first > 0));
  const lines = figure.lines.map((line, index) => {
    const gap = starts.has(index) ? ELISION : '';
    return gap + renderLine(line, index, states, '\n');
  });
  const ends = (excerpts.at(-1)?.[1] ?? 0) < texts.length - 1 ? ELISION : '';
  const caption = title && html`<figcaption class="code-title">${title}</figcaption>`;
  const data = html`data-block="${context.id}/camera" data-steps="${steps}" data-step="${steps}" data-views="${writeViews(views, figure)}"`;
  const style = html`style="--camera: ${room.height}px; --paper-size: ${plan.size}px; --paper-columns: ${plan.columns}"`;
  const start = html`<rostrum-camera class="camera" ${data} ${style}><figure class="code numbered">${caption}`;
  const code = `<code class="hljs language-${language}">${lines.join('')}${ends}</code>`;
  const map = drawMap(texts, excerpts, room.height);
  return `${start.markup}${renderPre(figure, context.tabSize).markup}${code}</pre></figure>${map}${marks.join('')}</rostrum-camera>\n`;
}

/** Makes more steps of those that the engine has chosen and that have no room. */
function splitFigure(
  figure: SteppedFigure,
  texts: readonly string[],
  room: CameraRoom,
): SteppedFigure {
  const parts = figure.states.filter((state) => state !== 'all');
  return { ...figure, states: splitStates(texts, parts, room) };
}

/** Marks lines that print leaves out. */
const ELISION = '<span class="line elision" data-line="\u2026">\n</span>';

function writeViews(
  views: readonly (CameraView | null)[],
  { isCut, states }: SteppedFigure,
): string {
  const shown = views.map(
    (view, index) => view ?? (isCut ? viewLine(Number(states[index]?.[0])) : null),
  );
  return shown.map((view) => (view ? `${view.first},${view.last},${view.size}` : '')).join(' ');
}

/** Reports each state whose lines have no room. */
function reportViews(
  figure: SteppedFigure,
  { views, inner }: { views: readonly (CameraView | null)[]; inner: CameraRoom },
  context: SlideContext,
): void {
  for (const [index, view] of views.entries()) {
    if (view) continue;
    const state = figure.states[index] ?? 'all';
    const marked = state === 'all' ? [0, figure.lines.length - 1] : state;
    const [first = 0, last = 0] = [Math.min(...marked), Math.max(...marked)].map(
      (line) => figure.lines[line]?.number,
    );
    const range = { first, last, most: maxLines(inner) };
    context.problems.push(
      figure.isCut
        ? lineTooLong(first, figure.written.span)
        : cameraTooLong(range, placeOf(figure, index)),
    );
  }
}

/** Returns the place of a state in the steps as written; of all of them where there is no such state. */
function placeOf({ written: { text, span } }: CodeFigure, index: number): Span {
  const parts = text.split('|');
  const part = parts[index];
  if (part === undefined || text === '') return span;
  const offset = parts.slice(0, index).join('|').length + (index > 0 ? 1 : 0);
  return { ...span, column: span.column + 1 + offset, length: Math.max(1, part.length) };
}

function expandTabs(text: string, size: number): string {
  let shift = 0;
  return text.replace(TAB, (_, at: number) => {
    const width = size - ((at + shift) % size);
    shift += width - 1;
    return ' '.repeat(width);
  });
}

/** Draws the lines of the whole code as strokes, with the marked parts and the part that is shown. */
function drawMap(
  texts: readonly string[],
  excerpts: readonly (readonly [number, number])[],
  height: number,
): string {
  const row = height / texts.length;
  const strokes = texts.flatMap((text, index) => {
    const words = text.trim().length;
    if (words === 0) return [];
    const start = Math.min(MAP.columns - 4, text.length - text.trimStart().length);
    const end = Math.min(MAP.columns, start + words);
    const [from, to] = [start, end].map((x) => round((x / MAP.columns) * (MAP.width - 8) + 4));
    return `M${from} ${round((index + 0.5) * row)}H${to}`;
  });
  const marks = excerpts.map(([first, last]) => {
    return html`<rect class="map-mark" x="0" width="${MAP.width}" y="${round(first * row)}" height="${round(Math.max(2, (last - first + 1) * row))}"/>`
      .markup;
  });
  const stroke = round(Math.min(3, Math.max(0.6, row * 0.5)));
  const view = `<rect class="map-view" x="1" width="${MAP.width - 2}" y="0" height="0" rx="2"/>`;
  return `<svg class="camera-map" viewBox="0 0 ${MAP.width} ${height}" aria-hidden="true">${marks.join('')}<path class="map-lines" stroke-width="${stroke}" d="${strokes.join('')}"/>${view}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
