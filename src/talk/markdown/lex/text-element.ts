import type { Token } from '../../model/token.ts';
import { unclosedTag } from '../../problems/problems.ts';
import type { Problem } from '../../model/problem.ts';
import { isTextElement } from '../../html/tags.ts';

const TEXT_ELEMENT = /^<([a-z]+)(?=[\s/>])/i;

/** Joins the tokens of an element that contains only text up to its end tag, because Marked splits it as any other. */
export function joinTextElements(tokens: readonly Token[], problems: Problem[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const name =
      token.type === 'html' ? TEXT_ELEMENT.exec(token.raw)?.[1]?.toLowerCase() : undefined;
    if (token.type !== 'html' || name === undefined || !isTextElement(name)) {
      joined.push(token);
      continue;
    }
    const end = findTextEnd(tokens, at + 1, `</${name}`);
    if (end === null) problems.push(unclosedTag(name, token.span));
    const last = end ?? tokens.length - 1;
    const parts = tokens.slice(at, last + 1);
    const raw = parts.map((part) => part.raw).join('');
    joined.push({ ...token, raw, text: raw });
    at = last;
  }
  return joined;
}

function findTextEnd(tokens: readonly Token[], from: number, endTag: string): number | null {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type === 'html' && token.raw.toLowerCase().startsWith(endTag)) return at;
  }
  return null;
}
