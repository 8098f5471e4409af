import type { DeckSlide } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';
import type { Stretch } from '../../text-edits.ts';
import { findClosing } from '../../../text/find-closing.ts';

/** Content with classes as remark writes it: `.left-column[...]`. */
interface Bracket extends Stretch {
  classes: string[];
  /** The stretch between the brackets. */
  inside: Stretch;
}

/** Translates content with classes: columns, footnotes and elements with a class. Returns where the pauses between columns are, which are in the columns then. */
export function takeBrackets(slide: DeckSlide): Set<number> {
  const pauses = new Set<number>();
  const found = listBrackets(slide);
  const isIn = (inner: Bracket, outer: Bracket): boolean =>
    inner.start >= outer.inside.start && inner.end <= outer.inside.end;
  const all = found.filter(({ classes }) => COLUMN.test(classes.join(' ')));
  const columns = all.filter((bracket) => !all.some((outer) => isIn(bracket, outer)));
  const { text } = slide.edits;
  const endsRow = listRowEnds(columns);
  // Columns that directly follow each other share the room, within one frame. A left one after a right one begins a row below both.
  const isNext = (bracket: Bracket | undefined, next: Bracket | undefined): boolean =>
    bracket !== undefined &&
    next !== undefined &&
    !endsRow.has(bracket) &&
    text.slice(bracket.end, next.start).replace(PAUSE, '').trim() === '';
  columns.forEach((bracket, index) => {
    const isFirst = !isNext(columns[index - 1], bracket);
    const isLast = !isNext(bracket, columns[index + 1]);
    const names = bracket.classes.join(' ');
    // A column that floats alone has what follows it beside it.
    const isAlone = isFirst && isLast && columns.length === 1;
    const hasRest = isAlone && text.slice(bracket.end).trim() !== '';
    const isBeside = hasRest && /\b(?:left-column|pull-left)\b/.test(names);
    const rest = isBeside ? '\n\n::: column\n\n' : isLast ? '\n\n:::' : '';
    // Of a pair that begins with the right one, each is at its side.
    const other = isFirst ? columns[index + 1] : columns[index - 1];
    const isTurned =
      other !== undefined &&
      isFirst !== isLast &&
      isRight(isFirst ? bracket : other) &&
      !isRight(isFirst ? other : bracket);
    const floats = (isAlone && !isBeside) || isTurned;
    const side = floats ? FLOATS.find(([name]) => names.includes(name))?.[1] : undefined;
    if (side !== undefined) {
      frame(bracket, slide, [`<div style="${side}">\n\n`, '\n\n</div>']);
      slide.note(bracket, 'translated', 'a column that floats at its side');
      return;
    }
    const before = text.slice(columns[index - 1]?.end ?? bracket.start, bracket.start);
    const pause = isFirst ? -1 : before.search(PAUSE);
    if (pause >= 0) {
      const start = bracket.start - before.length + pause;
      pauses.add(start);
      slide.replace({ start, end: start + 2 }, '', ['translated', '<!-- pause -->']);
    }
    frame(bracket, slide, [
      `\n\n${isFirst ? '::: columns\n\n' : ''}::: column${shareOf(names)}\n\n${pause < 0 ? '' : '<!-- pause -->\n\n'}`,
      `\n\n:::${rest}`,
    ]);
    if (isBeside) slide.after.push(':::\n\n:::');
    const isBelow = isAlone && !isBeside;
    slide.note(
      bracket,
      isBelow ? 'approximated' : 'translated',
      isBelow ? 'a column of its own; what follows it stands below' : '::: column',
    );
  });
  for (const bracket of found) {
    if (columns.includes(bracket)) continue;
    const inside = slide.edits.text.slice(bracket.inside.start, bracket.inside.end);
    if (bracket.classes.includes('footnote')) {
      frame(bracket, slide, ['', '\n<!-- .element: class="refs" -->']);
      slide.note(bracket, 'translated', 'a paragraph at the foot of the slide');
    } else if (bracket.classes.includes('panel-name')) {
      frame(bracket, slide, ['\n\n**', '**\n\n']);
      slide.note(bracket, 'translated', `**${inside}**`);
    } else if (/^panel(?:set)?$/.test(bracket.classes[0] ?? '')) {
      frame(bracket, slide, ['\n\n', '\n\n']);
      slide.note(bracket, 'approximated', 'its tabs below each other');
    } else {
      const isBlock = inside.includes('\n') || BLOCK.test(inside);
      const element = isBlock ? 'div' : 'span';
      const gap = isBlock ? '\n\n' : '';
      const names = bracket.classes.join(' ');
      frame(bracket, slide, [`<${element} class="${names}">${gap}`, `${gap}</${element}>`]);
      const isOwn = bracket.classes.every((name) => Object.hasOwn(OWN_RULES, name));
      if (isOwn) slide.note(bracket, 'translated', `<${element} class="${names}">`);
      else
        slide.note(
          bracket,
          'approximated',
          `<${element} class="${names}">; its stylesheet has the rules for it`,
        );
    }
  }
  return pauses;
}

/** Words that begin a block of Markdown. */
const BLOCK = /^(?:#{1,6}[ \t]|[-*+][ \t]|\d+[.)][ \t]|>)/;
/** A line that shows what follows it one step later. */
const PAUSE = /^--[ \t]*$/m;

/** The columns of remark are a narrow one and a wide one; those of R Markdown are even. */
function shareOf(names: string): string {
  if (names.includes('left-column')) return ' 22%';
  return names.includes('right-column') ? ' 78%' : '';
}

/** Lists the columns behind which another one is below: a left one and a right one fill their row. */
function listRowEnds(columns: readonly Bracket[]): Set<Bracket> {
  const ends = new Set<Bracket>();
  let [hasLeft, hasRight] = [false, false];
  for (const column of columns) {
    if (isRight(column)) hasRight = true;
    else hasLeft = true;
    if (!hasLeft || !hasRight) continue;
    ends.add(column);
    [hasLeft, hasRight] = [false, false];
  }
  return ends;
}

function isRight({ classes }: Bracket): boolean {
  return classes.some((name) => name === 'right-column' || name === 'pull-right');
}

function frame(
  { start, end, inside }: Bracket,
  slide: DeckSlide,
  [before, after]: [string, string],
): void {
  slide.edits.replace({ start, end: inside.start }, before);
  // Words right behind a block begin a line of their own.
  const isInLine = after.includes('\n') && /^[^\n]*\S/.test(slide.edits.text.slice(end));
  slide.edits.replace({ start: inside.end, end }, isInLine ? `${after}\n\n` : after);
}

/** Finds the brackets of a slide outside code, inner ones as well. */
function listBrackets(slide: DeckSlide): Bracket[] {
  const { text } = slide.edits;
  const closed = maskCode(maskIndented(slide));
  return [...closed.matchAll(/(?<![\w.])((?:\.[A-Za-z][\w-]*)+)\[/g)].flatMap((found) => {
    const start = found.index;
    const opened = start + found[0].length;
    const end = findClosing(closed, opened, { open: '[', close: ']' });
    if (end < 0) return [];
    // Blanks before the first words would make code of them.
    const blanks = /^\s*/.exec(text.slice(opened, end))?.[0].length ?? 0;
    const from = Math.min(opened + blanks, end);
    const classes = (found[1] ?? '').split('.').filter(Boolean);
    return [{ start, end: end + 1, classes, inside: { start: from, end } }];
  });
}

/** Replaces code by its indentation by blanks. */
function maskIndented(slide: DeckSlide): string {
  let { text } = slide.edits;
  for (const token of slide.tokens) {
    if (token.type !== 'code' || token.codeBlockStyle !== 'indented') continue;
    const { start, end } = slide.stretch(token);
    text =
      text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end);
  }
  return text;
}

/** Replaces code by blanks of the same length, so that its brackets are not counted. */
function maskCode(text: string): string {
  const lines = scanLines(text).map((line) => {
    const whole = text.slice(line.start, line.end);
    return line.isInside ? whole.replaceAll(/[^\n]/g, ' ') : whole;
  });
  return lines.join('').replaceAll(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
}

/** The sides and the widths of columns that have nothing beside them. */
const FLOATS = [
  ['right-column', 'float: right; width: 75%'],
  ['pull-right', 'float: right; width: 47%'],
  ['left-column', 'float: left; width: 20%'],
  ['pull-left', 'float: left; width: 47%'],
] as const;
const COLUMN = /\b(?:left-column|right-column|pull-left|pull-right|column-\w+)\b/;
/** The classes that remark itself has, and their rules. */
export const OWN_RULES: Readonly<Record<string, string>> = {
  left: 'display: block; text-align: left',
  center: 'display: block; text-align: center',
  right: 'display: block; text-align: right',
};
