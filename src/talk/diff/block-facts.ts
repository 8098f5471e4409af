/** A figure in a block's text, with its row and column. */
export interface Fact {
  key: string;
  /** Empty when the row has a single figure. */
  column: string;
  value: string;
}

/** A parsed text of a block. */
export interface BlockFacts {
  facts: Fact[];
  /** The lines without figures. */
  rest: string;
}

const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;
/** "- **6.13**: released 19 January 2025" */
const KEYED = /^[-*] \*\*(.+?)\*\*: (.+)$/;
/** "**536** subscribers of the list, from ~460 a year earlier" */
const HEADLINE = /^\*\*(.+?)\*\* ([^,]+)(, .+)?$/;

/** Reads the figures from a block's text: table cells, named lines, and a number with its unit. */
export function readFacts(text: string): BlockFacts {
  const lines = text.split('\n');
  const facts: Fact[] = [];
  const rest: string[] = [];
  let heads: string[] | null = null;
  lines.forEach((line, index) => {
    if (!line.startsWith('|')) heads = null;
    if (RULE.test(line)) return;
    if (RULE.test(lines[index + 1] ?? '')) {
      heads = splitCells(line);
      return;
    }
    const found = heads ? readRow(splitCells(line), heads) : readLine(line);
    if (found.length > 0) facts.push(...found);
    else rest.push(heads ? `- ${splitCells(line).join('')}` : line);
  });
  return { facts: numberRepeats(facts), rest: rest.join('\n').trim() };
}

function readRow([key = '', ...cells]: readonly string[], heads: readonly string[]): Fact[] {
  return cells.map((value, index) => ({ key, column: heads[index + 1] ?? '', value }));
}

function readLine(line: string): Fact[] {
  const [, key, said] = KEYED.exec(line) ?? [];
  if (key !== undefined && said !== undefined) return [{ key, column: '', value: said }];
  const [, figure, label, more = ''] = HEADLINE.exec(line) ?? [];
  if (figure === undefined || label === undefined) return [];
  return [{ key: label, column: '', value: figure + more }];
}

function splitCells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('**', ''));
}

/** Numbers repeated names. */
function numberRepeats(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, number>();
  return facts.map((fact) => {
    const name = JSON.stringify([fact.key, fact.column]);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? fact : { ...fact, key: `${fact.key} (${count})` };
  });
}
