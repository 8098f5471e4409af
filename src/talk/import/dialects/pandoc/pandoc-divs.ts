import type { DeckSlide, Result } from '../../deck.ts';
import { makeListSteps } from '../../list-steps.ts';
import { flowOf, FLOWS, placeAbsolute, scaleStyle } from './div-places.ts';
import type { References } from './cross-references.ts';
import { CALLOUT, takeAside, takeCallout, takeNotes, takeTheorem } from './pandoc-asides.ts';
import { listDivs, type Div } from './list-divs.ts';
import { HARMLESS, takeRow, writeTag } from './pandoc-rows.ts';

/** Translates the fenced divisions of a slide: columns, notes, steps, asides and callouts; others give up their frame. */
export function takeDivs(slide: DeckSlide, references: References): void {
  const { divs, strays } = listDivs(slide.edits.text);
  for (const stray of strays)
    slide.replace(stray, '', [
      'dropped',
      'No division is open that this line could close.',
      'harmless',
    ]);
  for (const div of divs) {
    const { classes } = div.attributes;
    const name = classes.find((each) => Object.hasOwn(DIVS, each)) ?? '';
    const isCallout = name === '' && classes.some((each) => CALLOUT.test(each));
    if (DIVS[name]) DIVS[name](div, slide);
    else if (isCallout) takeCallout(div, slide);
    else if (!takeTheorem(div, slide, references)) unwrap(div, slide, references);
    const { start, end } = div.inside;
    if (name !== 'incremental' && classes.includes('incremental'))
      makeListSteps(listListsIn(slide, start, end), slide);
  }
}

type Take = (div: Div, slide: DeckSlide) => void;

const DIVS: Readonly<Record<string, Take>> = {
  columns: (div, slide) => {
    rename(div, slide, '::: columns');
    if (tagOfRest(div, 'columns') !== null)
      slide.note(div.opening, 'approximated', 'columns without a look of their own');
  },
  column: (div, slide) => {
    const width = div.attributes.values.get('width');
    const widths = new Set(
      slide.edits.text.match(/(?<=^ {0,3}:{3,}[^\n]*\.column[^\n]*width=["']?)[\d.]+%/gm),
    );
    const [, share] = /^(\d{1,2}(?:\.\d+)?)%$/.exec(width ?? '') ?? [];
    const isOdd = widths.size > 1 && share !== undefined && Number(share) >= 5;
    rename(div, slide, isOdd ? `::: column ${share}%` : '::: column', tagOfRest(div, 'column'));
  },
  notes: takeNotes,
  'speaker-notes': takeNotes,
  incremental: takeSteps,
  fragment: (div, slide) => frame(div, slide, 'fragment'),
  'r-stack': (div, slide) => frame(div, slide, 'r-stack'),
  nonincremental: (div, slide) => {
    const tag = tagOfRest(div, 'nonincremental');
    if (tag !== null) return frameAs(div, slide, tag, ofSheet(tag));
    drop(div, slide, 'Lists come at once unless a slide says otherwise.', 'harmless');
  },
  aside: takeAside,
  footer: takeAside,
  'content-hidden': (div, slide) => remove(div, slide, 'It is hidden in the deck.'),
  hidden: (div, slide) => remove(div, slide, 'It is hidden in the deck.'),
  'content-visible': (div, slide) => drop(div, slide, 'Its content is shown everywhere.'),
};

/** Writes a division as a container; what else it has of a look is that of an element within. */
function rename(
  { opening, closing }: Div,
  slide: DeckSlide,
  mark: string,
  tag: string | null = null,
): void {
  const end = tag === null ? ':::' : '\n</div>\n\n:::';
  if (tag !== null) slide.replace(opening, `${mark}\n\n${tag}\n`, ofSheet(tag));
  else if (slide.edits.text.slice(opening.start, opening.end).trim() !== mark)
    slide.edits.replace(opening, mark);
  if (closing) slide.edits.replace(closing, end);
  else slide.after.push(end.trim());
}

/** Returns the tag of an element with the classes and the style that a division has beside its kind; null for none. */
function tagOfRest({ attributes }: Div, kind: string): string | null {
  const classes = attributes.classes.filter((name) => name !== kind && !KINDS.has(name));
  return writeTag('div', { ...attributes, classes });
}

function ofSheet(tag: string): Result {
  if (tag.includes('panel-tabset')) return ['approximated', 'its tabs below each other'];
  return tag.includes('class=') && tag !== '<div class="fragment">'
    ? ['approximated', `${tag}; its stylesheet has the rules for it`]
    : ['translated', tag];
}

/** Writes a division as an element with a class, and with others that it has. */
function frame(div: Div, slide: DeckSlide, name: string): void {
  const rest = div.attributes.classes.filter((each) => each !== name && !KINDS.has(each));
  const tag = writeTag('div', { ...div.attributes, classes: [name, ...rest] });
  if (tag !== null) frameAs(div, slide, tag, rest.length > 0 ? ofSheet(tag) : ['translated', tag]);
}

function frameAs({ opening, closing }: Div, slide: DeckSlide, tag: string, result: Result): void {
  slide.replace(opening, `${tag}\n`, result);
  if (closing) slide.edits.replace(closing, '\n</div>');
  else slide.after.push('</div>');
}

function takeSteps(div: Div, slide: DeckSlide): void {
  const { start, end } = div.inside;
  const lists = listListsIn(slide, start, end);
  const became = makeListSteps(lists, slide);
  const tag = tagOfRest(div, 'incremental');
  if (tag !== null && !COLUMNS.test(slide.edits.text.slice(start, end)))
    return frameAs(div, slide, tag, ofSheet(tag));
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

/** Writes a division with a look as an element; removes the lines of any other, and keeps what is in it. */
function unwrap(div: Div, slide: DeckSlide, references: References): void {
  if (takeRow(div, slide, references)) return;
  const { classes, values } = div.attributes;
  const flow = classes.includes('absolute') ? placeAbsolute(values) : flowOf(div.attributes);
  if (flow !== null) {
    const rest = classes.filter((name) => !FLOWS.has(name));
    const written = values.get('style') ?? '';
    const own = classes.includes('absolute') ? scaleStyle(written) : written;
    const style = [flow, own].filter(Boolean).join('; ');
    const placed = { id: null, classes: rest, values: new Map([['style', style]]) };
    const placing = writeTag('div', placed);
    if (placing !== null)
      return frameAs(
        div,
        slide,
        placing,
        rest.length > 0 ? ofSheet(placing) : ['translated', placing],
      );
  }
  const isPlain = classes.every((name) => HARMLESS.has(name)) && values.size === 0;
  const inside = slide.edits.text.slice(div.inside.start, div.inside.end);
  const tag = writeTag('div', div.attributes);
  if (tag !== null && !COLUMNS.test(inside)) return frameAs(div, slide, tag, ofSheet(tag));
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

/** Columns in a division, which elements cannot contain. */
const COLUMNS = /^ {0,3}:{3,}[^\n]*\.columns?\b/m;
/** Classes that say what a division is, and give it no look. */
const KINDS = new Set(['incremental', 'nonincremental', 'notes']);
