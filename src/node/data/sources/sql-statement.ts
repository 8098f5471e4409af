/** A comment, a text, a name in quotes, or a semicolon. */
const PIECE = /--[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|;/g;
const READS = /^\s*(?:select|with|values)\b/i;

/** Reports why a text is not one SQL statement that reads; null when it is. The database checks it again. */
export function findStatementFault(query: string): string | null {
  const bare = query.replaceAll(PIECE, (piece) => {
    if (piece === ';') return piece;
    return piece.startsWith('--') || piece.startsWith('/*') ? ' ' : "''";
  });
  if (bare.replace(/;\s*$/, '').includes(';')) return 'the query has several statements';
  return READS.test(bare) ? null : 'the query does not begin with "select", "with" or "values"';
}
