import { decodeReferences } from '../../html/character-references.ts';
import { html, rawHtml, type Html } from '../../html/html.ts';
import type { WrittenSteps } from '../../model/token.ts';
import { tabSizeOf } from '../highlight/languages.ts';

/** Default tab size of the stylesheet. */
const DEFAULT_TAB_SIZE = 4;
const TAG = /<[^>]*>/g;

/** Drawn code. */
export interface CodeFigure {
  /** Highlighted lines with their printed numbers. */
  lines: readonly { html: string; number: number }[];
  isNumbered: boolean;
  /** Indexes of the lines that are lit at each state; null without steps. */
  states: (readonly number[] | 'all')[] | null;
  /** Whether the states are those of the engine, for code that is too long; absent for no. */
  isCut?: boolean;
  title: string | null;
  language: string;
  /** Tab size in columns; null when the slide, the talk or the language decides. */
  tabSize: number | null;
  hasTabs: boolean;
  /** Whether values of datasets are filled in; absent for no. */
  hasValues?: boolean;
  /** Whether the code has the option `camera`. */
  isCamera: boolean;
  /** The steps as written, or the place of the code where there are none. */
  written: WrittenSteps;
}

/** The room that a slide has for its longest code, in slide pixels. */
export interface CodeRoom {
  /** Number of lines of the code. */
  lines: number;
  width: number;
  height: number;
}

/** Returns the text of each line. */
export function readTexts({ lines }: Pick<CodeFigure, 'lines'>): string[] {
  return lines.map(({ html: line }) => decodeReferences(line.replace(TAG, '')));
}

/** Returns the columns that a tab reaches in code, by itself, its slide or its language. */
export function readTabSize(
  { tabSize, language }: Pick<CodeFigure, 'tabSize' | 'language'>,
  ofSlide: number | null,
): number {
  return tabSize ?? ofSlide ?? tabSizeOf(language);
}

/** Renders the start of the element that holds lines. */
export function renderPre(figure: CodeFigure, tabSize: number | null): Html {
  const tabs = readTabSize(figure, tabSize);
  const style =
    tabs === DEFAULT_TAB_SIZE || !figure.hasTabs ? null : html` style="tab-size: ${tabs}"`;
  return html`<pre${style}>`;
}

/** Renders the mark by which reveal.js counts a step that a block draws itself. */
export function renderMark(index: string): string {
  return `<span class="fragment step-mark" data-fragment-index="${index}" aria-hidden="true"></span>`;
}

/** Renders a line, with the steps at which it is lit; `end` comes behind its text. */
export function renderLine(
  { html: line, number }: CodeFigure['lines'][number],
  index: number,
  states: CodeFigure['states'],
  end = '',
): string {
  const on = states?.flatMap((state, step) =>
    state === 'all' || state.includes(index) ? [step] : [],
  );
  const lit = on && on.length > 0 ? html` data-on="${on.join(' ')}"` : null;
  return html`<span class="line" data-line="${number}"${lit}>${rawHtml(line)}${end}</span>`.markup;
}
