import type { Token } from '../../model/token.ts';
import { lexMarkdown } from './lex.ts';

const NEXT_CUT = '---\n';

/** Lexes the text between two cuts; null when the cut below it belongs to an open construct. */
export function lexPiece({ text, isLast }: { text: string; isLast: boolean }): Token[] | null {
  if (isLast) return lexMarkdown(text);
  const tokens = lexMarkdown(text + NEXT_CUT);
  const last = tokens.pop();
  const length = tokens.reduce((sum, { raw }) => sum + raw.length, 0);
  const isWhole = last?.type === 'cut' && last.raw === NEXT_CUT && length === text.length;
  return isWhole && !tokens.some(isOpen) ? tokens : null;
}

/** Reports whether a token contains an unclosed construct, which the text below may close. */
function isOpen(token: Token): boolean {
  switch (token.type) {
    case 'code':
      return token.unclosed === true;
    case 'html':
      return token.unclosed === true || token.doubtful === true;
    case 'rawcontainer':
      return token.unclosed || token.tokens.some(isOpen);
    case 'blockquote':
      return token.tokens.some(isOpen);
    case 'list':
      return token.items.some(({ tokens }) => tokens.some(isOpen));
    default:
      return false;
  }
}
