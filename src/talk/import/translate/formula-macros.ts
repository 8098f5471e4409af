import { toLine, toNote, type Deck, type DeckSlide } from '../deck.ts';
import { scanLines } from '../scan-lines.ts';
import type { Stretch } from '../text-edits.ts';
import { BRACES, findClosing } from '../../text/find-closing.ts';

/** A command of formulas that a deck defines. */
interface Macro extends Stretch {
  name: string;
  body: string;
}

/** Takes the commands that a deck defines for its formulas into the front matter of the talk. */
export function takeMacros(deck: Deck): void {
  const macros = new Map<string, string>();
  for (const text of deck.preambles ?? [])
    for (const { name, body } of listMacros(text)) macros.set(name, body);
  for (const slide of deck.slides) takeFromSlide(slide, macros);
  const written = deck.slides.map(({ edits }) => edits.text).join('\n');
  const used = [...macros].filter(([name, body]) => isUsed(name, written) && fits(name, body));
  // A command may stand in the definition of another.
  const needed = [...macros].filter(
    ([name, body]) =>
      fits(name, body) && used.some(([own, other]) => own === name || isUsed(name, other)),
  );
  if (needed.length === 0) return;
  deck.keys.macros = `${needed.map(([name, body]) => `${name} = ${body}`).join('\n')}\n`;
}

function takeFromSlide(slide: DeckSlide, macros: Map<string, string>): void {
  const { text } = slide.edits;
  const lines = scanLines(text);
  const isInside = (at: number): boolean => {
    const line = lines.find(({ start, end }) => at >= start && at < end);
    const before = text.slice(line?.start ?? at, at);
    return line?.isInside === true || (before.match(/`/g)?.length ?? 0) % 2 === 1;
  };
  for (const macro of listMacros(text)) {
    if (isInside(macro.start)) continue;
    macros.set(macro.name, macro.body);
    const stretch = widen(macro, text);
    slide.edits.remove(stretch);
    const what = toLine(text.slice(macro.start, macro.end));
    slide.notes.push(toNote(['translated', 'macros of the talk'], what, slide.spanOf(macro)));
  }
}

/** Includes the signs of a formula that holds nothing but definitions. */
function widen({ start, end }: Stretch, text: string): Stretch {
  const before = /(\${1,2})\s*$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^\s*(\${1,2})/.exec(text.slice(end))?.[0] ?? '';
  const isWhole = before !== '' && before.trim() === after.trim();
  return isWhole ? { start: start - before.length, end: end + after.length } : { start, end };
}

function listMacros(text: string): Macro[] {
  return [...text.matchAll(OPENING)].flatMap((found) => {
    const [whole, kind = '', star = '', braced, bare] = found;
    const from = found.index + whole.length;
    const end = findClosing(text, from, BRACES);
    if (end < 0) return [];
    const written = text.slice(from, end).replaceAll(/\s+/g, ' ').trim();
    const isOperator = kind === 'DeclareMathOperator';
    const body = isOperator ? `\\operatorname${star}{${written}}` : written;
    return [{ name: `\\${braced ?? bare ?? ''}`, body, start: found.index, end: end + 1 }];
  });
}

function isUsed(name: string, text: string): boolean {
  return new RegExp(`\\${name}(?![A-Za-z])`).test(text);
}

function fits(name: string, body: string): boolean {
  return body !== '' && name.length + body.length < MAX_LENGTH && !isUsed(name, body);
}

const OPENING =
  /\\((?:re)?newcommand|providecommand|def|DeclareMathOperator)(\*?)[ \t]*(?:\{\\([A-Za-z]+)\}|\\([A-Za-z]+))(?:\[\d\]|(?:#\d)+)?[ \t]*\{/g;
const MAX_LENGTH = 190;
