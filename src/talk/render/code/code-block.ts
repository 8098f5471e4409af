import type { CodeBlockToken } from '../../model/token.ts';
import {
  foreignDiagram,
  GUEST_BLOCKS,
  isDiagram,
  unknownBlock,
  unknownLanguage,
} from '../../problems/problems.ts';
import type { Problem } from '../../model/problem.ts';
import { SLIDE_WIDTH, slideHeight } from '../../model/slide/aspect.ts';
import { blockFor } from '../../problems/keys/block-hints.ts';
import { html, rawHtml } from '../../html/html.ts';
import { findNearest } from '../../text/nearest.ts';
import { showDirections } from '../../text/symbols.ts';
import { leastRows } from '../../code/camera-views.ts';
import type { SlideContext } from '../context.ts';
import { findLanguage, highlightLines, languageNames } from '../highlight/highlight.ts';
import { renderCamera, takeCamera } from './camera.ts';
import { cutCode } from './cut-code.ts';
import { readTexts, renderLine, renderMark, renderPre, type CodeFigure } from './code-figure.ts';
import { renderPanels } from '../elements/panel.ts';
import { claimStep } from '../steps.ts';
import { fillValues, reportUnfilled } from '../elements/value-element.ts';

const PLAIN = 'plaintext';
/** Lines of code that a slide of the usual height has room for. */
const MAX_LINES = 30;
/** Lines that have no room beside a title. */
const TITLE_LINES = 2;
/** Maximum length of code that is cut into steps by itself. */
const MAX_FILMED = 120;

/** Renders a code fence: highlighted lines with title, line numbers and steps. */
export function renderCode(token: CodeBlockToken, context: SlideContext): string {
  const { figure, faults } = highlightFence(token, context);
  return faults + (figure ? renderFigure(withParts(figure, context), context) : '');
}

/** Gives code that is longer than a slide the steps in which the camera shows it. */
export function withParts(figure: CodeFigure, { steps, talk }: SlideContext): CodeFigure {
  const taken = figure.title === null ? 0 : TITLE_LINES;
  const most = Math.floor((MAX_LINES * slideHeight(talk.meta)) / 720) - taken;
  if (figure.states !== null || !steps.isOn || figure.lines.length > MAX_FILMED) return figure;
  const texts = readTexts(figure);
  if (leastRows(texts, SLIDE_WIDTH) <= most) return figure;
  return { ...figure, states: cutCode(texts), isCut: true };
}

/** Code that can be drawn, or null; and the panels of faults that replace it. */
export interface ReadFigure {
  figure: CodeFigure | null;
  faults: string;
}

/** Highlights a code fence. */
export function highlightFence(token: CodeBlockToken, context: SlideContext): ReadFigure {
  const language = token.language === null ? PLAIN : findLanguage(token.language);
  if (language === undefined && token.language !== null) {
    const problem = reportLanguage(token.language, token, context);
    if (problem.severity === 'error') {
      return { figure: null, faults: renderPanels([problem], context) };
    }
  }
  const before = context.values.length;
  const code = token.values ? fillCode(token, context) : token.text;
  const hasValues = context.values.slice(before).some(({ datasets }) => datasets.length > 0);
  if (token.values) context.words.set(token, code);
  const lines = highlightLines(showDirections(code), language ?? PLAIN);
  return { figure: { ...toFigure(token, lines, language ?? PLAIN), hasValues }, faults: '' };
}

/** Reports an unknown language of code. */
export function reportLanguage(
  name: string,
  token: Pick<CodeBlockToken, 'infoSpan'>,
  context: SlideContext,
): Problem {
  const span = { ...token.infoSpan, length: name.length };
  if (isDiagram(name)) {
    const problem = foreignDiagram(name, span);
    context.problems.push(problem);
    return problem;
  }
  const blocks = context.talk.project.blocks.map((block) => block.name);
  const languages = languageNames();
  const nearest = findNearest(name, [...blocks, ...languages, ...DRAWN]);
  const meant = languages.includes(name) ? undefined : blockFor(name, blocks);
  const isBlock =
    GUEST_BLOCKS.has(name) ||
    meant !== undefined ||
    (nearest !== undefined && blocks.includes(nearest));
  const problem = isBlock
    ? unknownBlock(name, blocks, span, meant)
    : unknownLanguage(name, [...languages, ...DRAWN], span, languageOfFile(name));
  context.problems.push(problem);
  return problem;
}

/** Languages of diagrams, which are drawn. */
const DRAWN = ['mermaid', 'dot'];

/** Returns the language of a file that is named in the place of a language; undefined for none. */
function languageOfFile(name: string): string | undefined {
  const [, ending = ''] = /\.([A-Za-z\d]+)$/.exec(name) ?? [];
  return findLanguage(ending);
}

function fillCode({ text, lines, span }: CodeBlockToken, context: SlideContext): string {
  const fill = (line: string, index: number) => fillValues(line, lines[index] ?? span, context);
  return text.split('\n').map(fill).join('\n');
}

function toFigure(
  { text, highlights, startLine, title, tabSize, isCamera, steps, span }: CodeBlockToken,
  lines: readonly string[],
  language: string,
): CodeFigure {
  const first = startLine ?? 1;
  const toIndexes = (numbers: readonly number[]) => numbers.map((number) => number - first);
  return {
    lines: lines.map((line, index) => ({ html: line, number: first + index })),
    isNumbered: highlights !== null || startLine !== null,
    states: highlights?.map((state) => (state === 'all' ? state : toIndexes(state))) ?? null,
    title,
    language,
    tabSize,
    hasTabs: text.includes('\t'),
    isCamera: isCamera ?? false,
    written: steps ?? { text: '', span },
  };
}

/** Renders lines of code with their title, numbers and steps. */
export function renderFigure(figure: CodeFigure, context: SlideContext): string {
  const { title, language, isNumbered } = figure;
  const states = context.steps.isOn ? figure.states : (figure.states?.slice(-1) ?? null);
  const steps = states ? states.length - 1 : 0;
  const classes = ['code', states || isNumbered ? 'numbered' : '', states ? 'stepped' : ''];
  context.codes.push(figure);
  if (title !== null) reportUnfilled(title, figure.written.span, context);
  const camera = states && takeCamera(figure, context);
  if (states && camera) return renderCamera({ ...figure, states }, camera, context);
  const marks = Array.from({ length: steps }, () => renderMark(claimStep(context.steps)));
  const body = figure.lines.map((line, index) => renderLine(line, index, states));
  const data = [
    states && html` data-steps="${steps}" data-step="${steps}"`,
    figure.hasValues === true && html` data-values`,
  ];
  const caption = title && html`<figcaption class="code-title">${title}</figcaption>`;
  const code = html`<code class="hljs language-${language}">${rawHtml(body.join('\n'))}</code>`;
  const start = html`<figure class="${classes.filter(Boolean).join(' ')}"${data}>${caption}`;
  const pre = renderPre(figure, context.tabSize);
  return `${start.markup}${pre.markup}${code.markup}</pre>${marks.join('')}</figure>\n`;
}
