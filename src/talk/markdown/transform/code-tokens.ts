import type {
  CodeBlockToken,
  CodeToken,
  DataBlockToken,
  FormulaToken,
  RawContainerToken,
} from '../../model/token.ts';
import {
  blockArguments,
  fewVersions,
  notAVersion,
  unclosedFence,
  unknownBlock,
  versionsArgument,
} from '../../problems/problems.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { parseInfo } from './fence-info.ts';

/** Converts a fence to a data block if its language names one, else to a code block. */
export function toBlock(
  code: CodeToken,
  blockNames: readonly string[],
  problems: Problem[],
): DataBlockToken | CodeBlockToken {
  const { raw, text, span, lines } = code;
  if (code.codeBlockStyle === 'indented') {
    return { ...NO_INFO, type: 'codeblock', raw, text, span, infoSpan: span, lines };
  }
  const info = code.lang ?? '';
  const infoSpan = placeInfo(raw, info, span);
  if (code.unclosed) problems.push(unclosedFence(markerOf(raw), span));
  const [name = '', ...rest] = info.split(/(?=[\s{])/);
  if (blockNames.includes(name)) {
    if (rest.length > 0) {
      problems.push(blockArguments(name, rest.join(''), pastName(infoSpan, name)));
    }
    const isReported = code.unclosed === true || rest.length > 0;
    return { type: 'datablock', raw, name, text, span, lines, ...(isReported && { isReported }) };
  }
  const braced = BRACED.exec(info)?.[1] ?? '';
  if (blockNames.includes(braced)) {
    problems.push(unknownBlock(`{${braced}}`, blockNames, infoSpan));
    return { ...NO_INFO, type: 'codeblock', raw, text, span, infoSpan, lines };
  }
  const {
    problems: mistakes,
    steps,
    ...options
  } = parseInfo(info, infoSpan, {
    lineCount: lines.length,
  });
  problems.push(...mistakes);
  const written = steps ? { steps } : {};
  return { type: 'codeblock', raw, text, ...options, ...written, span, infoSpan, lines };
}

/** A block as Quarto and MyST write it. */
const BRACED = /^\{([\w-]+)[^}]*\}/;

/** Reports what cannot be a version of code among the tokens of a container for versions. */
export function checkVersions(
  { tokens, argument, raw, span }: Pick<RawContainerToken, 'tokens' | 'argument' | 'raw' | 'span'>,
  problems: Problem[],
): void {
  const [line = ''] = raw.split('\n');
  if (argument !== '') {
    const column = span.column + line.trimStart().indexOf(argument, 3);
    problems.push(versionsArgument(argument, { ...span, column, length: argument.length }));
  }
  let count = 0;
  for (const token of tokens) {
    if (VERSIONS.has(token.type)) count++;
    else if (!BLANK.has(token.type)) problems.push(notAVersion(token.span));
  }
  if (count < 2) problems.push(fewVersions(count, span));
}

/** Reports whether a fence is a formula, as on GitHub. */
export function isFormula(
  { lang }: CodeToken,
  { blockNames }: { blockNames: readonly string[] },
): boolean {
  return lang === FORMULA && !blockNames.includes(FORMULA);
}

/** Converts a fence to a formula. */
export function toFormula(code: CodeToken, problems: Problem[]): FormulaToken {
  const { raw, text, span, lines } = code;
  if (code.unclosed) problems.push(unclosedFence(markerOf(raw), span));
  return { type: 'formula', raw, tex: text, isDisplay: true, lines, span };
}

function markerOf(raw: string): string {
  return /[`~]{3,}/.exec(raw)?.[0] ?? '```';
}

/** Returns the place of the info, or of the backticks when there is none. */
function placeInfo(raw: string, info: string, span: Span): Span {
  const marker = markerOf(raw);
  if (info === '') return { ...span, length: marker.length };
  const column = span.column + raw.trimStart().indexOf(info, marker.length);
  return { ...span, column, length: info.length };
}

function pastName(span: Span, name: string): Span {
  const skipped = name.length + 1;
  return { ...span, column: span.column + skipped, length: Math.max(1, span.length - skipped) };
}

const FORMULA = 'math';
const NO_INFO = {
  language: null,
  highlights: null,
  startLine: null,
  title: null,
  values: false,
  tabSize: null,
};
/** Tokens that are versions of code, and those that are nothing. */
const VERSIONS = new Set(['codeblock', 'snippet']);
const BLANK = new Set(['space', 'def']);
