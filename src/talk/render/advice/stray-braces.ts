import type { TextToken } from '../../model/token.ts';
import { unreadMarkdown } from '../../problems/problems.ts';
import { readDataset, type SlideContext } from '../context.ts';

/** A path in one pair of braces, as in JavaScript, shells and templates of other programs. */
const BRACES =
  /(?<![{\w])[$#%@]?\{[ \t]*(([A-Za-z][\w-]*)(?:\.[\w-]+|\["[^"\n]*"\])+(?:[ \t]*\|[ \t]*\w[\w .]*)*?)[ \t]*\}(?!\})/g;

/** Reports a value of a known dataset that is written with one pair of braces; other text in braces is code. */
export function reportBraces({ raw, span }: TextToken, context: SlideContext): void {
  if (!raw.includes('{')) return;
  for (const { 0: sign, 1: path = '', 2: name = '', index } of raw.matchAll(BRACES)) {
    const isKnown = name === 'talk' || readDataset(context, name) !== undefined;
    if (!isKnown) continue;
    const lines = raw.slice(0, index).split('\n');
    const before = lines.at(-1)?.length ?? 0;
    const column = lines.length === 1 ? span.column + before : before + 1;
    const place = { ...span, line: span.line + lines.length - 1, column, length: sign.length };
    const what = 'a value has two braces on each side';
    context.problems.push(unreadMarkdown(what, `Write "{{ ${path} }}".`, place));
  }
}
