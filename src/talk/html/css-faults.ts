import { TokenType, tokenize, type CSSToken } from '@csstools/css-tokenizer';

/** A fault of a stylesheet: what is wrong, what to do, and where. */
export interface CssFault {
  what: string;
  hint: string;
  offset: number;
  length: number;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };
const OPENERS: ReadonlySet<string> = new Set([
  TokenType.OpenCurly,
  TokenType.OpenParen,
  TokenType.OpenSquare,
  TokenType.Function,
]);
const CLOSERS: ReadonlySet<string> = new Set([
  TokenType.CloseCurly,
  TokenType.CloseParen,
  TokenType.CloseSquare,
]);
const GAPS: ReadonlySet<string> = new Set([TokenType.Whitespace, TokenType.Comment]);
const MARKUP = /^\s*<\/?[a-z!]/i;
/** Signs of languages that have to be compiled to CSS. */
const COMPILED = /^[ \t]*(?:\$[\w-]+[ \t]*:|@(?:mixin|include|extend|use|function|if|each)\b)/m;
const LINE_COMMENT = /^[ \t]*\/\/.*/m;

/** Finds the first thing in a stylesheet that browsers skip without a word; null for none. */
export function findCssFault(css: string): CssFault | null {
  const [markup] = MARKUP.exec(css) ?? [];
  if (markup !== undefined) {
    const what = 'This is markup, and a stylesheet holds rules alone';
    return { what, hint: 'Take the tags out, and leave the rules.', ...place(css, markup) };
  }
  const [compiled] = COMPILED.exec(css) ?? [];
  if (compiled !== undefined) {
    const what = 'This is Sass or Less, which browsers do not read';
    const hint = 'Write CSS: variables are --name: red; and var(--name), and rules may be nested.';
    return { what, hint, ...place(css, compiled) };
  }
  const tokens: CSSToken[] = tokenize({ css });
  return findOpen(tokens, css) ?? findComment(tokens, css) ?? findDeclaration(tokens);
}

function place(css: string, found: string): Pick<CssFault, 'offset' | 'length'> {
  const text = found.trim();
  return { offset: css.indexOf(text), length: text.length };
}

/** Finds a bracket, comment or text that is not closed, or closed without having been opened. */
function findOpen(tokens: readonly CSSToken[], css: string): CssFault | null {
  const open: { sign: string; offset: number }[] = [];
  for (const [type, raw, offset] of tokens) {
    if (type === TokenType.Comment && !raw.endsWith('*/')) {
      return { what: 'This comment has no end', hint: 'End it with "*/".', offset, length: 2 };
    }
    if (type === TokenType.BadString || type === TokenType.BadURL) {
      const what = 'This text has no end on its line';
      return {
        what,
        hint: 'End it with the quote that it begins with.',
        offset,
        length: raw.length,
      };
    }
    if (OPENERS.has(type)) open.push({ sign: CLOSING[raw.at(-1) ?? ''] ?? '', offset });
    if (!CLOSERS.has(type)) continue;
    const last = open.at(-1);
    if (last && last.sign !== raw) return notClosed(last, css);
    if (!last) {
      const what = `Nothing is open that this "${raw}" could close`;
      return { what, hint: `Remove it, or add what it is to close.`, offset, length: 1 };
    }
    open.pop();
  }
  const [first] = open;
  return first ? notClosed(first, css) : null;
}

function notClosed({ sign, offset }: { sign: string; offset: number }, css: string): CssFault {
  const what = `This bracket is not closed by "${sign}"`;
  const hint = 'Browsers take what is below it for a part of this.';
  const written = css.slice(offset).search(/[{([]/);
  return { what, hint, offset: offset + Math.max(0, written), length: 1 };
}

function findComment(tokens: readonly CSSToken[], css: string): CssFault | null {
  const found = LINE_COMMENT.exec(css);
  const offset = found ? found.index + found[0].indexOf('//') : 0;
  // Within a comment or an address two slashes are text.
  const isOwn = tokens.some(([type, , start]) => type === TokenType.Delim && start === offset);
  if (!found || !isOwn) return null;
  const what = 'CSS has no comments with "//": browsers skip the rule behind it';
  return { what, hint: 'Write /* ... */.', offset, length: found[0].trim().length };
}

/** Finds a declaration without a colon. */
function findDeclaration(tokens: readonly CSSToken[]): CssFault | null {
  let line: CSSToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    const [type] = token;
    const isEnd = type === TokenType.Semicolon || type === TokenType.CloseCurly;
    if (isEnd && depth > 0) {
      const fault = checkDeclaration(line);
      if (fault) return fault;
    }
    if (type === TokenType.OpenCurly) depth++;
    if (type === TokenType.CloseCurly) depth--;
    if (isEnd || type === TokenType.OpenCurly) line = [];
    else if (!GAPS.has(type)) line.push(token);
  }
  return null;
}

function checkDeclaration([first, second, ...others]: readonly CSSToken[]): CssFault | null {
  if (!first || first[0] !== TokenType.Ident || second?.[0] === TokenType.Colon) return null;
  const last = others.at(-1) ?? second ?? first;
  const offset = first[2];
  return {
    what: `This is no declaration: "${first[1]}" has no colon behind it`,
    hint: `Write "${first[1]}: ...;". Each declaration ends with a semicolon.`,
    offset,
    length: last[3] - offset + 1,
  };
}
