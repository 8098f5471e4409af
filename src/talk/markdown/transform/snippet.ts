import { parseCodeLine } from '../../code/code-place.ts';
import type { RawToken, SnippetToken } from '../../model/token.ts';
import type { Problem } from '../../model/problem.ts';
import { badCodePlace } from '../../problems/problems.ts';
import { parseInfo } from './fence-info.ts';

/** Options of a fence that code from elsewhere takes as well; its lines have their own numbers. */
const OPTIONS = ['title', 'tabSize', 'camera'];

/** Reads the place and the options of a line of `<<<`; null when the place means nothing, which is reported. */
export function toSnippet({ raw, span }: RawToken, problems: Problem[]): SnippetToken | null {
  const [line = ''] = raw.split('\n');
  const parsed = parseCodeLine(line);
  if (!parsed) return null;
  const { written, offset, place, fault, info, infoOffset } = parsed;
  const indent = line.length - line.trimStart().length;
  const at = (column: number, length: number) => ({
    ...span,
    column: span.column - indent + column,
    length: Math.max(1, length),
  });
  const placeSpan = at(offset, written.length);
  if (place === null) {
    problems.push(badCodePlace(written, fault, placeSpan));
    return null;
  }
  const infoSpan = at(infoOffset, info.length);
  const read = parseInfo(info, infoSpan, { lineCount: null, options: OPTIONS });
  problems.push(...read.problems);
  const { language, title, tabSize, steps, isCamera } = read;
  return {
    type: 'snippet',
    raw,
    span,
    place,
    placeSpan,
    language,
    title,
    tabSize,
    ...(isCamera ? { isCamera } : {}),
    steps,
    infoSpan,
  };
}
