import { elementsOf, hasClass, type Element } from './fit-tree.ts';
import { countLines, cutWords } from './fit-words.ts';

const STYLE =
  /--size: (\d+)px; --head: (\d+)px; --padding: (\d+)px; --leading: ([\d.]+); width: (?:100%|min\(100%, (\d+)px\))/;
const COLUMN = /width: ([\d.]+)%/;
const CELL_GAP = 28;
const BESIDE_GAP = 56;
const RULE = 1.5;
const HEAD = 12;
const GROUP = 10;
const CAPTION = 45;
/** Tolerance at which a name as wide as its column is not broken. */
const ROUNDING = 1;

/** Returns the height of a table that the compiler sized, or of several side by side. */
export function measureDataTables(element: Element, width: number): number {
  const parts = elementsOf(element);
  const isBeside = hasClass(element, 'tables-beside');
  const share = isBeside ? (width - BESIDE_GAP * (parts.length - 1)) / parts.length : width;
  const heights = parts.map((part) =>
    part.name === 'table' ? measureDataTable(part, share) : measureDataTables(part, share),
  );
  return isBeside ? Math.max(0, ...heights) : heights.reduce((sum, one) => sum + one, 0);
}

function measureDataTable(table: Element, room: number): number {
  const [, ...sizes] = STYLE.exec(table.style) ?? [];
  const [size, head, padding, leading, own] = sizes.map((text) =>
    (text as string | undefined) === undefined ? undefined : Number(text),
  );
  const width = Math.min(room, own ?? room);
  const columns = elementsOf(table)
    .filter(({ name }) => name === 'colgroup')
    .flatMap(elementsOf)
    .map(({ style }) => (Number(COLUMN.exec(style)?.[1] ?? 100) / 100) * width);
  let total = elementsOf(table).some(({ name }) => name === 'caption') ? CAPTION : 0;
  for (const part of elementsOf(table)) {
    const isHead = part.name === 'thead';
    const letters = (isHead ? head : size) ?? 0;
    for (const row of elementsOf(part).filter(({ name }) => name === 'tr')) {
      const lines = elementsOf(row).map((cell, index) => {
        const face = cell.name === 'th' ? 'strong' : 'regular';
        const space = (columns[index] ?? width) * cell.span - CELL_GAP + ROUNDING;
        return cell.span > 1 ? 1 : countLines(cutWords(cell.children, face), letters, space);
      });
      const around = isHead ? HEAD : 2 * (padding ?? 0) + RULE;
      total += Math.max(1, ...lines) * letters * (leading ?? 0) + around;
      if (hasClass(row, 'group')) total += GROUP;
    }
  }
  return total;
}
