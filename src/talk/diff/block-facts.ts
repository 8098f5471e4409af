/** A figure that a block's text states: of which row, in which column. */
export interface Fact {
  key: string;
  /** Empty where a row says only one thing. */
  column: string;
  value: string;
}

/** A block's text taken apart. */
export interface BlockFacts {
  facts: Fact[];
  /** The lines that are no figures. */
  rest: string;
}

const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;
/** "- **6.13**: released 19 January 2025" */
const KEYED = /^[-*] \*\*(.+?)\*\*: (.+)$/;
/** "**536** subscribers of the list, from ~460 a year earlier" */
const HEADLINE = /^\*\*(.+?)\*\* ([^,]+)(, .+)?$/;

/** Reads the figures out of a block's text: cells of tables, named lines, and a number with what it counts. */
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

/** A name that stands twice is told apart by its count. */
function numberRepeats(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, number>();
  return facts.map((fact) => {
    const name = JSON.stringify([fact.key, fact.column]);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? fact : { ...fact, key: `${fact.key} (${count})` };
  });
}
