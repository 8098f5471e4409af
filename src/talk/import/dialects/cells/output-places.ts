import { toLine, type Result } from '../../deck.ts';
import { optionOf, type Cell } from './cell-options.ts';
import { PROGRAMS } from './inline-code.ts';
import { lastStatement } from './silent-code.ts';

/** Code of a cell and what it gives, at their places. */
interface PlacedOutput {
  text: string;
  /** What became of the option for the place; null where nothing differs. */
  result: Result | null;
}

/** Puts what a cell gives where its option says: beside the code, or one step later; below it otherwise. */
export function placeOutput(
  [code, output]: readonly [code: string, output: string],
  cell: Pick<Cell, 'options'>,
  { isInFrame }: { isInFrame: boolean },
): PlacedOutput {
  const place = optionOf(cell, 'output-location');
  const below = [code, output].filter(Boolean).join('\n\n');
  const isPlaced = /^(?:slide|fragment|column(?:-fragment)?)$/.test(place);
  if (code === '' || output === '' || !isPlaced) return { text: below, result: null };
  const isStep = place !== 'column';
  const step = isStep ? '<!-- pause -->\n\n' : '';
  if (place === 'slide' || place === 'fragment') {
    const text = `${code}\n\n${step}${output}`;
    return { text, result: place === 'slide' ? LATER : ['translated', '<!-- pause -->'] };
  }
  if (isInFrame) return { text: `${code}\n\n${step}${output}`, result: BELOW };
  const parts = [code, `${step}${output}`].map((part) => `::: column\n\n${part}\n\n:::`);
  return {
    text: `::: columns\n\n${parts.join('\n\n')}\n\n:::`,
    result: ['translated', '::: columns'],
  };
}

/** Splits what the last run has for a cell behind the code that it shows first. */
export function splitRun(text: string): [code: string, output: string] {
  const [code = ''] = /^(`{3,})[^`\n]*\n[^]*?\n\1[ \t]*(?=\n|$)/.exec(text) ?? [];
  return [code, text.slice(code.length).trim()];
}

/** Names what a cell would print or draw: by its caption, by its label, or by the first line of its last statement. */
export function labelOf(cell: Cell, isShown: boolean): string {
  const [statement = ''] = lastStatement(cell.code).split('\n', 1);
  const label = optionOf(cell, 'label')
    .replace(/^(?:fig|tbl)-/, '')
    .replaceAll('-', ' ');
  const about = toLine(
    optionOf(cell, 'fig-cap') || optionOf(cell, 'tbl-cap') || label || (isShown ? '' : statement),
  );
  const program = PROGRAMS[cell.language] ?? cell.language;
  return `Output of ${program} code${about === '' ? '' : `: ${about}`}`;
}

const LATER: Result = ['approximated', 'its output one step later, on the same slide'];
const BELOW: Result = ['approximated', 'its output below the code, within the columns of the deck'];
