import type { CodeBlockToken, CodeToken, DataBlockToken } from '../../model/token.ts';
import { blockArguments, unclosedFence } from '../../problems/problems.ts';
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
    if (rest.length > 0) problems.push(blockArguments(name, pastName(infoSpan, name)));
    return { type: 'datablock', raw, name, text, span, lines };
  }
  const {
    problems: mistakes,
    steps: _,
    ...options
  } = parseInfo(info, infoSpan, {
    lineCount: lines.length,
  });
  problems.push(...mistakes);
  return { type: 'codeblock', raw, text, ...options, span, infoSpan, lines };
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

const NO_INFO = {
  language: null,
  highlights: null,
  startLine: null,
  title: null,
  values: false,
  tabSize: null,
};
