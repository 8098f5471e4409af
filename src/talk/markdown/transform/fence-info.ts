import { parseLineSteps, type LineRange, type LineState } from '../../code/line-steps.ts';
import type { CodeBlockToken, WrittenSteps } from '../../model/token.ts';
import {
  badLineSteps,
  foreignOption,
  unknownFenceOption,
  wrongValue,
} from '../../problems/problems.ts';
import type { Problem, Span } from '../../model/problem.ts';

/** The parsed words after a fence's backticks. */
export interface Info extends Pick<
  CodeBlockToken,
  'language' | 'highlights' | 'startLine' | 'title' | 'values' | 'tabSize' | 'isCamera'
> {
  /** Line steps as written; null without any. */
  steps: WrittenSteps | null;
  problems: Problem[];
}

/** What the words after a language may be. */
export interface InfoOptions {
  /** Number of lines of the code; null for code that is read later, whose steps stay as written. */
  lineCount: number | null;
  /** Names of options; defaults to those of a fence. */
  options?: readonly string[];
}

/** Reads a code fence's info: language, `{1-2|5|all}`, `{startLine=26}`, `{title="..."}`, `{tabSize=8}` and `{values}`. */
export function parseInfo(
  info: string,
  span: Span,
  { lineCount, options = OPTIONS }: InfoOptions,
): Info {
  const language = LANGUAGE.exec(info)?.[0] ?? '';
  const result: Info = { ...EMPTY, language: language || null, problems: [] };
  const isSteps = lineCount === null ? SIDED_STEPS : STEPS;
  for (const { index, 0: match, 1: group } of info.slice(language.length).matchAll(PARTS)) {
    const start = language.length + index;
    const place = { ...span, column: span.column + start, length: match.length };
    if (group === undefined) result.problems.push(reportOption(match, place, options));
    else if (isSteps.test(group) || LIKE_STEPS.test(group))
      result.steps = { text: group, span: place };
    else readOptions(group, { ...place, column: place.column + 1 }, result, options);
  }
  if (result.steps && lineCount !== null) {
    const first = result.startLine ?? 1;
    const range = { first, last: first + lineCount - 1 };
    result.highlights = resolveSteps(result.steps, range, result.problems);
  }
  return result;
}

function readOptions(group: string, span: Span, result: Info, options: readonly string[]): void {
  for (const { index, 0: match, 1: key, 2: double, 3: single, 4: bare } of group.matchAll(OPTION)) {
    const place = { ...span, column: span.column + index, length: match.length };
    const value = double ?? single ?? bare;
    if (!options.includes(key ?? '')) result.problems.push(reportOption(match, place, options));
    else if (key === 'values' && value === undefined) result.values = true;
    else if (key === 'camera' && value === undefined) result.isCamera = true;
    else if (bare !== undefined && CURLY.test(bare)) {
      const hint = `Write {${key}="${bare.replaceAll(/[“”„‘’]/g, '')}"}.`;
      result.problems.push(wrongValue(key ?? '', 'in straight quotes', place, hint));
    } else if (key === 'title' && value !== undefined) result.title = value;
    else if (key === 'startLine' && value !== undefined) readStartLine(value, place, result);
    else if (key === 'tabSize' && value !== undefined) readTabSize(value, place, result);
    else result.problems.push(reportOption(match, place, options));
  }
}

function reportOption(option: string, span: Span, options: readonly string[]): Problem {
  return foreignOption(option, span) ?? unknownFenceOption(option, options, span);
}

function readStartLine(value: string, span: Span, result: Info): void {
  if (/^[1-9]\d{0,6}$/.test(value)) result.startLine = Number(value);
  else result.problems.push(wrongValue('startLine', 'the number of a line', span));
}

function readTabSize(value: string, span: Span, result: Info): void {
  if (/^(?:[1-9]|1[0-6])$/.test(value)) result.tabSize = Number(value);
  else result.problems.push(wrongValue('tabSize', 'a number of columns from 1 to 16', span));
}

function resolveSteps(
  { text, span }: WrittenSteps,
  range: LineRange,
  problems: Problem[],
): Info['highlights'] {
  const steps = parseLineSteps(text, range);
  if ('states' in steps) return steps.states.flatMap((state) => (isPlain(state) ? [state] : []));
  problems.push(placeFault(steps, range, span));
  return null;
}

function isPlain(state: LineState): state is number[] | 'all' {
  return state !== 'before' && state !== 'after';
}

/** Reports a part of line steps that means nothing; `span` is that of their group in braces. */
function placeFault(
  { fault, offset }: { fault: string; offset: number },
  range: LineRange,
  span: Span,
): Problem {
  const place = { ...span, column: span.column + 1 + offset, length: Math.max(1, fault.length) };
  return badLineSteps(fault.trim(), range, place);
}

const EMPTY = {
  highlights: null,
  startLine: null,
  title: null,
  values: false,
  tabSize: null,
  steps: null,
};
const OPTIONS = ['startLine', 'title', 'tabSize', 'values', 'camera'];
const CURLY = /^[“„‘]/;
const LANGUAGE = /^[^\s{]+/;
/** A group in braces (quotes may contain braces), or any other text between spaces. */
const PARTS = /\{((?:"[^"]*"|'[^']*'|[^}"'])*)\}|[^\s{]+|\{\S*/g;
const STEPS = /^[\s\d|*,-]*(?:(?:all|none)[\s\d|*,-]*)*$/;
/** A group that begins with a digit or has an unquoted bar is read as steps, and its error explains steps. */
const LIKE_STEPS = /^\s*\d|^[^=:"']*\|/;
const OPTION = /([A-Za-z]+)(?:\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s,"']+)))?|[^\s,]+/g;
/** Steps of code that may be a comparison. */
const SIDED_STEPS = /^[\s\d|*,-]*(?:(?:all|none|before|after)[\s\d|*,-]*)*$/;
