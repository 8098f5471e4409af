import { listNested } from '../../model/nested-tokens.ts';
import type { Problem } from '../../model/problem.ts';
import type { Token } from '../../model/token.ts';
import { unreadMarkdown } from '../../problems/problems.ts';

/** A picture or a link by the label of an address, which stays text where the label is not defined. */
const REFERENCE = /(?<![\w\]\\`])(!?)\[([^[\]\n]*\p{L}[^[\]\n]*)\]\[([^[\]\n]*)\](?![\w([])/gu;

/** Reports references to labels that no line of the file defines. */
export function listLostReferences(tokens: readonly Token[]): Problem[] {
  return tokens.flatMap((token) => {
    const nested = listNested(token);
    if (nested.length > 0) return listLostReferences(nested);
    if (token.type !== 'text') return [];
    return [...token.raw.matchAll(REFERENCE)].map((found) => {
      const [all, sign = '', words = '', label = ''] = found;
      const before = token.raw.slice(0, found.index).split('\n');
      const column = before.length > 1 ? 1 : token.span.column;
      const place = {
        ...token.span,
        line: token.span.line + before.length - 1,
        column: column + (before.at(-1) ?? '').length,
        length: all.length,
      };
      const name = label || words;
      const hint = `Write ${sign}[${words}](ADDRESS), or add a line "[${name}]: ADDRESS" to the slide.`;
      return unreadMarkdown(`no line defines the label "${name}"`, hint, place);
    });
  });
}
