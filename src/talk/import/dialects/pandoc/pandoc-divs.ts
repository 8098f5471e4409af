import { parseAttributes } from '../../brace-attributes.ts';
import type { DeckSlide, Result } from '../../deck.ts';
import { makeListSteps } from '../../list-steps.ts';
import { scanLines } from '../../scan-lines.ts';
import type { Stretch } from '../../text-edits.ts';
import { HARMLESS, takeRow, writeTag, type Div } from './pandoc-rows.ts';

/** Translates the fenced divisions of a slide: columns, notes, steps, asides and callouts; others give up their frame. */
export function takeDivs(slide: DeckSlide): void {
  const { divs, strays } = listDivs(slide.edits.text);
  for (const stray of strays)
    slide.replace(stray, '', [
      'dropped',
      'No division is open that this line could close.',
      'harmless',
    ]);
  for (const div of divs) {
    const [name = ''] = div.attributes.classes;
    (Object.hasOwn(DIVS, name) ? DIVS[name] : CALLOUT.test(name) ? takeCallout : unwrap)?.(
      div,
      slide,
    );
  }
}

/** Lists the divisions of a text, the outer before the inner, and the lines that close none. */
function listDivs(text: string): { divs: Div[]; strays: Stretch[] } {
  const divs: Div[] = [];
  const strays: Stretch[] = [];
  const open: Div[] = [];
  for (const line of scanLines(text)) {
    if (line.isInside) continue;
    const [, braces, word] = OPENING_DIV.exec(line.text) ?? [];
    const stretch = { start: line.start, end: line.start + line.text.length };
    if (braces !== undefined || word !== undefined) {
      const attributes = parseAttributes(braces ?? `.${word}`);
      const inside = { start: line.end, end: text.length };
      const isInColumns = open.some((outer) =>
        /^columns?$/.test(outer.attributes.classes[0] ?? ''),
      );
      const div: Div = { opening: stretch, inside, closing: null, attributes, isInColumns };
      divs.push(div);
      open.push(div);
    } else if (CLOSING_DIV.test(line.text)) {
      const div = open.pop();
      if (!div) {
        strays.push(stretch);
        continue;
      }
      div.closing = stretch;
      div.inside.end = line.start;
    }
  }
  return { divs, strays };
}

type Take = (div: Div, slide: DeckSlide) => void;

const DIVS: Readonly<Record<string, Take>> = {
  columns: (div, slide) => rename(div, slide, '::: columns'),
  column: (div, slide) => {
    const width = div.attributes.values.get('width');
    const widths = new Set(
      slide.edits.text.match(/(?<=^ {0,3}:{3,}[^\n]*\.column[^\n]*width=["']?)[\d.]+%/gm),
    );
    const [, share] = /^(\d{1,2}(?:\.\d+)?)%$/.exec(width ?? '') ?? [];
    const isOdd = widths.size > 1 && share !== undefined && Number(share) >= 5;
    rename(div, slide, isOdd ? `::: column ${share}%` : '::: column');
  },
  notes: takeNotes,
  'speaker-notes': takeNotes,
  incremental: takeSteps,
  nonincremental: (div, slide) =>
    drop(div, slide, 'Lists come at once unless a slide says otherwise.', 'harmless'),
  fragment: (div, slide) => frame(div, slide, 'fragment'),
  'r-stack': (div, slide) => frame(div, slide, 'r-stack'),
  aside: takeAside,
  footer: takeAside,
  'content-hidden': (div, slide) => remove(div, slide, 'It is hidden in the deck.'),
  hidden: (div, slide) => remove(div, slide, 'It is hidden in the deck.'),
  'content-visible': (div, slide) => drop(div, slide, 'Its content is shown everywhere.'),
};

function rename({ opening, closing }: Div, slide: DeckSlide, mark: string): void {
  if (slide.edits.text.slice(opening.start, opening.end).trim() !== mark)
    slide.edits.replace(opening, mark);
  if (closing) slide.edits.replace(closing, ':::');
  else slide.after.push(':::');
}

/** Writes a division as an element with a class. */
function frame(div: Div, slide: DeckSlide, name: string): void {
  const tag = `<div class="${name}">`;
  frameAs(div, slide, tag, ['translated', tag]);
}

function frameAs({ opening, closing }: Div, slide: DeckSlide, tag: string, result: Result): void {
  slide.replace(opening, `${tag}\n`, result);
  if (closing) slide.edits.replace(closing, '\n</div>');
  else slide.after.push('</div>');
}

function takeNotes({ opening, inside, closing }: Div, slide: DeckSlide): void {
  slide.speakerNotes.push(slide.edits.text.slice(inside.start, inside.end));
  slide.replace({ start: opening.start, end: closing?.end ?? inside.end }, '');
}

function takeSteps(div: Div, slide: DeckSlide): void {
  const { start, end } = div.inside;
  const lists = listListsIn(slide, start, end);
  const became = makeListSteps(lists, slide);
  slide.replace(div.opening, '', ['translated', became]);
  if (div.closing) slide.edits.remove(div.closing);
}

function listListsIn(slide: DeckSlide, start: number, end: number) {
  return slide.allTokens
    .filter((token) => {
      const at = token.type === 'list' ? slide.stretch(token).start : -1;
      return token.type === 'list' && at >= start && at < end;
    })
    .filter((token) => token.type === 'list');
}

function takeAside({ opening, inside, closing, isInColumns }: Div, slide: DeckSlide): void {
  if (isInColumns) {
    const words = slide.edits.text.slice(inside.start, inside.end).trim();
    slide.after.push(`${words}\n<!-- .element: class="refs" -->`);
    const whole = { start: opening.start, end: closing?.end ?? inside.end };
    return slide.replace(whole, '', ['translated', 'a paragraph at the foot of the slide']);
  }
  slide.replace(opening, '', ['translated', 'a paragraph at the foot of the slide']);
  if (closing) slide.edits.replace(closing, '<!-- .element: class="refs" -->');
  else slide.edits.insert(inside.end, '\n<!-- .element: class="refs" -->');
}

/** Writes a callout as a quotation that begins with its title. */
function takeCallout({ opening, inside, closing, attributes }: Div, slide: DeckSlide): void {
  const [name = ''] = attributes.classes;
  const body = slide.edits.text.slice(inside.start, inside.end).trim();
  const [, heading] = /^#{1,6}[ \t]+([^\n]*)\n/.exec(body) ?? [];
  const word = name.replace(/^callout-?/, '') || 'note';
  const title = attributes.values.get('title') ?? heading ?? word[0]?.toUpperCase() + word.slice(1);
  const own = heading === undefined ? body : body.slice(body.indexOf('\n') + 1).trim();
  // Divisions within a callout give up their frame with it.
  const text = own.replaceAll(/^ {0,3}:{3,}[^\n]*$/gm, '');
  const quote = [`**${title}**`, '', ...text.split('\n')]
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  slide.replace({ start: opening.start, end: closing?.end ?? inside.end }, quote, [
    'translated',
    `> **${title}**`,
  ]);
}

/** Writes a division with a look as an element; removes the lines of any other, and keeps what is in it. */
function unwrap(div: Div, slide: DeckSlide): void {
  if (takeRow(div, slide)) return;
  const { classes, values } = div.attributes;
  const isPlain = classes.every((name) => HARMLESS.has(name)) && values.size === 0;
  const inside = slide.edits.text.slice(div.inside.start, div.inside.end);
  const tag = writeTag('div', div.attributes);
  if (tag !== null && !/^ {0,3}:{3,}[^\n]*\.columns?\b/m.test(inside)) {
    const became = `${tag}; its stylesheet has the rules for it`;
    return frameAs(
      div,
      slide,
      tag,
      classes.length > 0 ? ['approximated', became] : ['translated', tag],
    );
  }
  drop(
    div,
    slide,
    'Its content is shown; "class" of the slide and a stylesheet can give it a look.',
    isPlain ? 'harmless' : undefined,
  );
}

function drop(
  { opening, closing }: Div,
  slide: DeckSlide,
  reason: string,
  effect?: 'harmless',
): void {
  slide.note(opening, 'approximated', reason, effect);
  slide.edits.remove(opening);
  if (closing) slide.edits.remove(closing);
}

function remove({ opening, inside, closing }: Div, slide: DeckSlide, reason: string): void {
  slide.replace({ start: opening.start, end: closing?.end ?? inside.end }, '', ['dropped', reason]);
}

/** The line that opens a fenced division. */
export const OPENING_DIV = /^ {0,3}:{3,}[ \t]*(?:\{([^}]*)\}|([A-Za-z][\w-]*))[ \t]*:*[ \t]*$/;
/** The line that closes one. */
export const CLOSING_DIV = /^ {0,3}:{3,}[ \t]*$/;
const CALLOUT = /^(?:callout(?:-\w+)?|note|tip|warning|important|caution)$/;
