/** A part of a value expression and its position. */
export interface Part {
  text: string;
  offset: number;
  length: number;
}

/** A filter after `|`: its name and its arguments. */
export interface FilterPart {
  name: Part;
  words: Part[];
}

/** A parsed value expression: `ROOT(.NAME | ["KEY"])* ( | FILTER )*`. */
export interface Expression {
  root: Part;
  /** The row in brackets right after the dataset; null for none. */
  key: Part | null;
  path: Part[];
  filters: FilterPart[];
}

/** The position of a syntax error, and what was expected there. */
export interface SyntaxFault {
  offset: number;
  length: number;
  expected: string;
}

/** The result of parsing an expression. */
export type ParsedExpression =
  | { ok: true; expression: Expression }
  | { ok: false; fault: SyntaxFault };

interface Token extends Part {
  kind: 'name' | 'key' | 'dot' | 'pipe' | 'end' | 'other';
}

const TOKEN =
  /\s*(?:([\p{L}\p{N}_][\p{L}\p{N}_-]*)|\[\s*(?:"([^"\]]*)"|'([^'\]]*)')\s*\]|(\.)|(\|)|(\S))/uy;

/** Parses a value expression: a name, then `.column` or `["row"]`, then filters after `|`. */
export function parseExpression(text: string): ParsedExpression {
  const tokens = tokenize(text);
  let at = 0;
  const peek = () => tokens[at] ?? endToken(text);
  const fail = (expected: string): ParsedExpression => {
    const { offset, length } = peek();
    return { ok: false, fault: { offset, length: Math.max(1, length), expected } };
  };
  const root = peek();
  if (root.kind !== 'name') return fail('the name of a dataset, or "talk"');
  at++;
  const expression: Expression = { root: toPart(root), key: null, path: [], filters: [] };
  for (; peek().kind === 'dot' || peek().kind === 'key'; at++) {
    const isDot = peek().kind === 'dot';
    if (isDot) at++;
    const part = peek();
    if (isDot && part.kind !== 'name') return fail('a column after the dot');
    if (isDot || expression.key || expression.path.length) expression.path.push(toPart(part));
    else expression.key = toPart(part);
  }
  while (peek().kind === 'pipe') {
    at++;
    const name = peek();
    if (name.kind !== 'name') return fail('a filter or format after "|"');
    const words: Part[] = [];
    for (at++; peek().kind === 'name'; at++) words.push(toPart(peek()));
    expression.filters.push({ name: toPart(name), words });
  }
  if (peek().kind !== 'end') return fail('".column", "["row"]" or "| filter"');
  return { ok: true, expression };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const length = match[0].trimStart().length;
    const key = match[2] ?? match[3];
    const token = { text: match[1] ?? key ?? '', offset: TOKEN.lastIndex - length, length };
    tokens.push({ kind: kindOf(match), ...token });
  }
  return tokens;
}

function kindOf(match: RegExpExecArray): Token['kind'] {
  if (match[1] !== undefined) return 'name';
  if (match[2] !== undefined || match[3] !== undefined) return 'key';
  if (match[4]) return 'dot';
  return match[5] ? 'pipe' : 'other';
}

function endToken(text: string): Token {
  return { kind: 'end', text: '', offset: text.length, length: 0 };
}

function toPart({ text, offset, length }: Token): Part {
  return { text, offset, length };
}
