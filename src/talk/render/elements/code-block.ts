import type { CodeBlockToken } from '../../model/token.ts';
import {
  foreignDiagram,
  GUEST_BLOCKS,
  isDiagram,
  unknownBlock,
  unknownLanguage,
} from '../../problems/problems.ts';
import { html, rawHtml } from '../../html/html.ts';
import { findNearest } from '../../text/nearest.ts';
import { showDirections } from '../../text/symbols.ts';
import type { SlideContext } from '../context.ts';
import { findLanguage, highlightLines, languageNames } from '../highlight/highlight.ts';
import { tabSizeOf } from '../highlight/languages.ts';
import { renderPanels } from './panel.ts';
import { claimStep } from '../steps.ts';
import { fillValues } from './value-element.ts';

const PLAIN = 'plaintext';
/** Default tab size of the stylesheet. */
const DEFAULT_TAB_SIZE = 4;

/** Renders a code fence: highlighted lines with title, line numbers and steps. */
export function renderCode(token: CodeBlockToken, context: SlideContext): string {
  const language = token.language === null ? PLAIN : findLanguage(token.language);
  if (language === undefined && token.language !== null) {
    const problem = reportLanguage(token.language, token, context);
    if (problem.severity === 'error') return renderPanels([problem], context);
  }
  const code = token.values ? fillCode(token, context) : token.text;
  if (token.values) context.words.set(token, code);
  const lines = highlightLines(showDirections(code), language ?? PLAIN);
  return renderFigure(token, lines, language ?? PLAIN, context);
}

function reportLanguage(name: string, token: CodeBlockToken, context: SlideContext) {
  const span = { ...token.infoSpan, length: name.length };
  if (isDiagram(name)) {
    const problem = foreignDiagram(name, span);
    context.problems.push(problem);
    return problem;
  }
  const blocks = context.talk.project.blocks.map((block) => block.name);
  const languages = languageNames();
  const nearest = findNearest(name, [...blocks, ...languages]);
  const isBlock = GUEST_BLOCKS.has(name) || (nearest !== undefined && blocks.includes(nearest));
  const problem = isBlock
    ? unknownBlock(name, blocks, span)
    : unknownLanguage(name, languages, span);
  context.problems.push(problem);
  return problem;
}

function fillCode({ text, lines, span }: CodeBlockToken, context: SlideContext): string {
  const fill = (line: string, index: number) => fillValues(line, lines[index] ?? span, context);
  return text.split('\n').map(fill).join('\n');
}

function renderFigure(
  { text, highlights, startLine, title, tabSize }: CodeBlockToken,
  lines: readonly string[],
  language: string,
  context: SlideContext,
): string {
  const states = context.steps.isOn ? highlights : (highlights?.slice(-1) ?? null);
  const steps = states ? states.length - 1 : 0;
  const first = startLine ?? 1;
  const classes = ['code', states || startLine !== null ? 'numbered' : '', states ? 'stepped' : ''];
  const marks = Array.from({ length: steps }, () => renderMark(claimStep(context.steps)));
  const body = lines.map((line, index) => renderLine(line, first + index, states));
  const data = [states && html` data-steps="${steps}" data-step="${steps}"`];
  const caption = title && html`<figcaption class="code-title">${title}</figcaption>`;
  const code = html`<code class="hljs language-${language}">${rawHtml(body.join('\n'))}</code>`;
  const figure = html`<figure class="${classes.filter(Boolean).join(' ')}"${data}>${caption}`;
  const tabs = tabSize ?? context.tabSize ?? tabSizeOf(language);
  const style =
    tabs === DEFAULT_TAB_SIZE || !text.includes('\t') ? null : html` style="tab-size: ${tabs}"`;
  const pre = html`<pre${style}>`;
  return `${figure.markup}${pre.markup}${code.markup}</pre>${marks.join('')}</figure>\n`;
}

/** Renders the mark by which reveal.js counts a step that a block draws itself. */
export function renderMark(index: string): string {
  return `<span class="fragment step-mark" data-fragment-index="${index}" aria-hidden="true"></span>`;
}

function renderLine(line: string, number: number, states: CodeBlockToken['highlights']): string {
  const on = states?.flatMap((state, step) =>
    state === 'all' || state.includes(number) ? [step] : [],
  );
  const lit = on && on.length > 0 ? html` data-on="${on.join(' ')}"` : null;
  return html`<span class="line" data-line="${number}"${lit}>${rawHtml(line)}</span>`.markup;
}
