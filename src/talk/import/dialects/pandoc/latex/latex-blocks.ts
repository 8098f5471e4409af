import type { DeckSlide } from '../../../deck.ts';
import type { ScannedLine } from '../../../scan-lines.ts';
import { scanLines } from '../../../scan-lines.ts';
import { FORMULAS, listTextLines } from './latex-lines.ts';

/** Translates the environments of LaTeX in a slide: formulas, lists and blocks with a title; drawings and tables are left out. */
export function takeEnvironments(slide: DeckSlide, taken: ReadonlySet<number>): void {
  const lines = scanLines(slide.edits.text);
  const isText = new Set(listTextLines(slide.edits.text).map(({ line }) => line));
  let hasDollars = false;
  lines.forEach((line, index) => {
    if (line.isInside || taken.has(line.start)) return;
    if ((line.text.match(/\$\$/g)?.length ?? 0) % 2 === 1) hasDollars = !hasDollars;
    const [, name = ''] = /^\s*\\begin\{([\w*]+)\}/.exec(line.text) ?? [];
    if (name === '' || hasDollars) return;
    const end = findEnd(lines, index, name);
    if (!end) return;
    if (FORMULA.test(name)) wrapFormula(line, end, slide);
    else if (!isText.has(line.line)) return;
    else if (/^(?:itemize|enumerate)$/.test(name))
      takeList(lines.slice(index, end.line), name, slide);
    else if (LEFT_OUT.test(name)) {
      slide.replace({ start: line.start, end: end.start + end.text.length }, '', [
        'manual',
        `LaTeX draws this ${name}, and nothing here does: put a picture or a table in its place.`,
      ]);
    }
  });
}

function findEnd(
  lines: readonly ScannedLine[],
  from: number,
  name: string,
): ScannedLine | undefined {
  return lines.find((each, index) => index >= from && each.text.includes(`\\end{${name}}`));
}

function wrapFormula(first: ScannedLine, last: ScannedLine, slide: DeckSlide): void {
  slide.edits.insert(first.start, '$$\n');
  slide.edits.insert(last.start + last.text.length, '\n$$');
  slide.note({ start: first.start, end: first.start + first.text.length }, 'translated', '$$');
}

/** Writes a list of LaTeX as one of Markdown; lists in it are indented. */
function takeList(lines: readonly ScannedLine[], name: string, slide: DeckSlide): void {
  const [first] = lines;
  if (!first) return;
  const mark = name === 'enumerate' ? '1.' : '-';
  for (const line of lines) {
    const stretch = { start: line.start, end: line.start + line.text.length };
    const item = /^(\s*)\\item(?:<[^>]*>)?(?:\[([^\]]*)\])?\s*/.exec(line.text);
    if (/\\(?:begin|end)\{(?:itemize|enumerate)\}/.test(line.text))
      slide.edits.replace(stretch, '');
    else if (item) {
      const label = item[2] === undefined ? '' : `**${item[2]}** `;
      slide.edits.replace(
        { start: line.start, end: line.start + item[0].length },
        `${mark} ${label}`,
      );
    }
  }
  slide.note({ start: first.start, end: first.start + first.text.length }, 'translated', 'a list');
}

const FORMULA = new RegExp(`^${FORMULAS}$`);
/** Environments that only LaTeX can set. */
const LEFT_OUT =
  /^(?:tikzpicture|tabular|tabularx|table|algorithm|algorithmic|forest|axis|picture|pspicture)\*?$/;
