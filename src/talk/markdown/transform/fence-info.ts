import type { CodeBlockToken } from '../../model/token.ts';
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
  'language' | 'highlights' | 'startLine' | 'title' | 'values' | 'tabSize'
> {
  problems: Problem[];
}

/** Reads a code fence's info: language, `{1-2|5|all}`, `{startLine=26}`, `{title="..."}`, `{tabSize=8}` and `{values}`. */
export function parseInfo(info: string, span: Span, lineCount: number): Info {
  const language = LANGUAGE.exec(info)?.[0] ?? '';
  const result: Info = { ...EMPTY, language: language || null, problems: [] };
  let steps: { text: string; span: Span } | undefined;
  for (const { index, 0: match, 1: group } of info.slice(language.length).matchAll(PARTS)) {
    const start = language.length + index;
    const place = { ...span, column: span.column + start, length: match.length };
    if (group === undefined) result.problems.push(reportOption(match, place));
    else if (STEPS.test(group) || LIKE_STEPS.test(group)) steps = { text: group, span: place };
    else readOptions(group, { ...place, column: place.column + 1 }, result);
  }
  if (steps) {
    const first = result.startLine ?? 1;
    const last = first + lineCount - 1;
    result.highlights = parseSteps(steps.text, { first, last }, steps.span, result.problems);
  }
  return result;
}

function readOptions(group: string, span: Span, result: Info): void {
  for (const { index, 0: match, 1: key, 2: double, 3: single, 4: bare } of group.matchAll(OPTION)) {
    const place = { ...span, column: span.column + index, length: match.length };
    const value = double ?? single ?? bare;
    if (key === 'values' && value === undefined) result.values = true;
    else if (key === 'title' && value !== undefined) result.title = value;
    else if (key === 'startLine' && value !== undefined) readStartLine(value, place, result);
    else if (key === 'tabSize' && value !== undefined) readTabSize(value, place, result);
    else result.problems.push(reportOption(match, place));
  }
}

function reportOption(option: string, span: Span): Problem {
  return foreignOption(option, span) ?? unknownFenceOption(option, OPTIONS, span);
}

function readStartLine(value: string, span: Span, result: Info): void {
  if (/^[1-9]\d{0,6}$/.test(value)) result.startLine = Number(value);
  else result.problems.push(wrongValue('startLine', 'the number of a line', span));
}

function readTabSize(value: string, span: Span, result: Info): void {
  if (/^(?:[1-9]|1[0-6])$/.test(value)) result.tabSize = Number(value);
  else result.problems.push(wrongValue('tabSize', 'a number of columns from 1 to 16', span));
}

interface LineRange {
  first: number;
  last: number;
}

function parseSteps(
  text: string,
  range: LineRange,
  span: Span,
  problems: Problem[],
): Info['highlights'] {
  const states: (number[] | 'all')[] = [];
  let offset = 1;
  for (const part of text.split('|')) {
    const lines = parseLines(part.trim(), range);
    if (lines === undefined) {
      const place = { ...span, column: span.column + offset, length: Math.max(1, part.length) };
      problems.push(badLineSteps(part.trim(), range, place));
      return null;
    }
    states.push(lines);
    offset += part.length + 1;
  }
  return states;
}

function parseLines(part: string, { first, last }: LineRange): number[] | 'all' | undefined {
  if (part === 'all' || part === '*') return 'all';
  if (part === 'none') return [];
  const lines = new Set<number>();
  for (const range of part.split(',')) {
    const [, from, to = from] = RANGE.exec(range.trim()) ?? [];
    const [start, end] = [Number(from), Number(to)];
    if (!(start >= first && start <= end && end <= last)) return undefined;
    for (let line = start; line <= end; line++) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

const EMPTY = { highlights: null, startLine: null, title: null, values: false, tabSize: null };
const OPTIONS = ['startLine', 'title', 'tabSize', 'values'];
const LANGUAGE = /^[^\s{]+/;
/** A group in braces (quotes may contain braces), or any other text between spaces. */
const PARTS = /\{((?:"[^"]*"|'[^']*'|[^}"'])*)\}|[^\s{]+|\{\S*/g;
const STEPS = /^[\s\d|*,-]*(?:(?:all|none)[\s\d|*,-]*)*$/;
/** A group that begins with a digit or has an unquoted bar is read as steps, and its error explains steps. */
const LIKE_STEPS = /^\s*\d|^[^=:"']*\|/;
const OPTION = /([A-Za-z]+)(?:\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s,"']+)))?|[^\s,]+/g;
const RANGE = /^(\d+)(?:\s*-\s*(\d+))?$/;
