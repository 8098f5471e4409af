import { diffCode, type DiffLine } from '../../code/code-diff.ts';
import { dedentLines } from '../../code/code-lines.ts';
import { parseLineSteps, type LineState } from '../../code/line-steps.ts';
import type { DataUse } from '../../model/dataset.ts';
import type { SnippetToken } from '../../model/token.ts';
import { hasErrors } from '../../model/problem.ts';
import { allowMissing, badLineSteps, unchangedCode } from '../../problems/problems.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { showControls, showDirections } from '../../text/symbols.ts';
import type { SlideContext } from '../context.ts';
import { languageOfFile } from '../highlight/file-language.ts';
import { findLanguage, highlightLines } from '../highlight/highlight.ts';
import { citePlace, readPlace, titleOf, type CitedCode } from './cited-place.ts';
import { renderFigure, reportLanguage, withParts, type ReadFigure } from './code-block.ts';
import type { CodeFigure } from './code-figure.ts';
import { renderPanels } from '../elements/panel.ts';

const PLAIN = 'plaintext';
const SIGNS = { same: ' ', gone: '-', added: '+' } as const;
const BACKTICKS = /`+/g;

/** Renders code from a file or a commit with the numbers that its lines have there, and cites the place. */
export function renderSnippet(token: SnippetToken, context: SlideContext): string {
  const { figure, faults } = readSnippet(token, context);
  return faults + (figure ? renderFigure(withParts(figure, context), context) : '');
}

/** Reads code from a file or a commit, and cites the place; faults are drawn. */
export function readSnippet(token: SnippetToken, context: SlideContext): ReadFigure {
  const { code, problems } = readPlace(token, context);
  context.problems.push(...problems.map((problem) => allowMissing(problem, context.talk.meta)));
  const faults = renderPanels(
    problems.filter((problem) => hasErrors([problem])),
    context,
  );
  if (!code) return { figure: null, faults };
  const use = citePlace(token.place, code);
  context.uses.push(use);
  const language = chooseLanguage(token, context);
  const lines = toLines(code);
  const isDiff = code.before !== null;
  if (isDiff && lines.every(({ kind }) => kind === 'same') && token.place.kind === 'commit') {
    const { since, revision } = token.place;
    context.problems.push(unchangedCode(since ?? '', revision, token.placeSpan));
  }
  const title = token.title ?? titleOf(token.place);
  const states = readStates(token, lines, { isDiff, context });
  const fence = writeFence(lines, { isDiff, language, title, states });
  context.words.set(token, `${fence}\n\n${writeSource(use)}`);
  const figure: CodeFigure = {
    lines: isDiff ? highlightDiff(lines, language) : highlightPlain(lines, language),
    isNumbered: true,
    states,
    title: title === '' ? null : title,
    language,
    tabSize: token.tabSize,
    hasTabs: lines.some(({ text }) => text.includes('\t')),
    isCamera: token.isCamera ?? false,
    written: token.steps ?? { text: '', span: token.placeSpan },
  };
  return { figure, faults };
}

function chooseLanguage(token: SnippetToken, context: SlideContext): string {
  if (token.language === null) return languageOfFile(token.place.path);
  const language = findLanguage(token.language);
  if (language !== undefined) return language;
  reportLanguage(token.language, token, context);
  return PLAIN;
}

/** Returns the shown lines, without the indentation that they have in common. */
function toLines({ after, before }: CitedCode): DiffLine[] {
  const sides = [after.lines, before?.lines ?? []].map((lines) => lines.map(showControls));
  const [now = [], old = []] = dedentLines(sides);
  if (before) return diffCode({ ...before, lines: old }, { ...after, lines: now });
  return now.map((text, index) => ({ kind: 'same', number: after.first + index, text }));
}

function highlightPlain(lines: readonly DiffLine[], language: string): CodeFigure['lines'] {
  const markup = highlightTexts(lines, language);
  return lines.map(({ number }, index) => ({ html: markup[index] ?? '', number }));
}

/** Each side is highlighted as a whole, so that comments and strings over several lines keep their colour. */
function highlightDiff(lines: readonly DiffLine[], language: string): CodeFigure['lines'] {
  const old = highlightTexts(
    lines.filter(({ kind }) => kind !== 'added'),
    language,
  );
  const now = highlightTexts(
    lines.filter(({ kind }) => kind !== 'gone'),
    language,
  );
  let [atOld, atNow] = [0, 0];
  return lines.map(({ kind, number }) => {
    const line = SIGNS[kind] + ((kind === 'gone' ? old[atOld] : now[atNow]) ?? '');
    if (kind !== 'added') atOld++;
    if (kind !== 'gone') atNow++;
    const name = kind === 'gone' ? 'deletion' : 'addition';
    return { html: kind === 'same' ? line : `<span class="hljs-${name}">${line}</span>`, number };
  });
}

function highlightTexts(lines: readonly DiffLine[], language: string): readonly string[] {
  return highlightLines(showDirections(lines.map(({ text }) => text).join('\n')), language);
}

function readStates(
  { steps }: SnippetToken,
  lines: readonly DiffLine[],
  { isDiff, context }: { isDiff: boolean; context: SlideContext },
): CodeFigure['states'] {
  if (steps === null) return null;
  const numbers = lines.flatMap(({ kind, number }) => (kind === 'gone' ? [] : [number]));
  const range = { first: numbers[0] ?? 1, last: numbers.at(-1) ?? 1 };
  const parsed = parseLineSteps(steps.text, { ...range, isDiff });
  if ('states' in parsed) return parsed.states.map((state) => toIndexes(state, lines));
  const { fault, offset } = parsed;
  const span = {
    ...steps.span,
    column: steps.span.column + 1 + offset,
    length: Math.max(1, fault.length),
  };
  context.problems.push(badLineSteps(fault.trim(), { ...range, isDiff }, span));
  return null;
}

/** Returns the indexes of the lines of a state; what went right above a line belongs to it. */
function toIndexes(state: LineState, lines: readonly DiffLine[]): readonly number[] | 'all' {
  if (state === 'all') return 'all';
  const indexes = lines.map((_, index) => index);
  if (state === 'before') return indexes.filter((index) => lines[index]?.kind === 'gone');
  if (state === 'after') return indexes.filter((index) => lines[index]?.kind === 'added');
  const numbers = new Set(state);
  return indexes.filter((index) => {
    const next = lines.slice(index).find(({ kind }) => kind !== 'gone') ?? lines.at(-1);
    return next !== undefined && numbers.has(next.number);
  });
}

/** Writes where the code is from as a line of Markdown. */
function writeSource({ source }: DataUse): string {
  const name = escapeMarkdown(source?.name ?? '');
  const url = source?.url;
  if (url === undefined) return `Source: ${name}`;
  return `Source: [${name}](${/[()]/.test(url) ? `<${url}>` : url})`;
}

interface FenceOptions {
  isDiff: boolean;
  language: string;
  title: string;
  states: CodeFigure['states'];
}

/** Writes the lines of a state by the numbers that they have in a fence, those that follow each other as a range. */
function writeState(state: readonly number[] | 'all', first: number): string {
  if (state === 'all') return state;
  const ranges: [start: number, end: number][] = [];
  for (const line of state.map((index) => first + index)) {
    const last = ranges.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const words = ranges.map(([start, end]) => (start === end ? `${start}` : `${start}-${end}`));
  return words.join(',') || 'none';
}

/** Writes the code as a fence, for readers of plain Markdown. */
function writeFence(
  lines: readonly DiffLine[],
  { isDiff, language, title, states }: FenceOptions,
): string {
  const texts = lines.map(({ kind, text }) => (isDiff ? SIGNS[kind] + text : text));
  const longest = Math.max(
    2,
    ...(texts.join('\n').match(BACKTICKS) ?? []).map((one) => one.length),
  );
  const fence = '`'.repeat(longest + 1);
  const name = isDiff ? 'diff' : language === PLAIN ? 'text' : language;
  const first = isDiff ? 1 : (lines[0]?.number ?? 1);
  const start = isDiff ? '' : ` {startLine=${first}}`;
  const steps =
    states === null ? '' : ` {${states.map((state) => writeState(state, first)).join('|')}}`;
  const words = /["{}`]/.test(title) || title === '' ? '' : ` {title="${title}"}`;
  return [`${fence}${name}${steps}${start}${words}`, ...texts, fence].join('\n');
}
