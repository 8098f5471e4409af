import type { DeckSlide } from '../../deck.ts';
import type { References } from './cross-references.ts';
import type { Div } from './list-divs.ts';

/** Takes a division with words for the speaker. */
export function takeNotes({ opening, inside, closing }: Div, slide: DeckSlide): void {
  slide.speakerNotes.push(slide.edits.text.slice(inside.start, inside.end));
  slide.replace({ start: opening.start, end: closing?.end ?? inside.end }, '');
}

/** Writes an aside as a paragraph at the foot of its slide. */
export function takeAside({ opening, inside, closing, isInColumns }: Div, slide: DeckSlide): void {
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

/** Writes a callout as a quotation that begins with its title; what is more than words is in an element. */
export function takeCallout(div: Div, slide: DeckSlide): void {
  const { opening, inside, closing, attributes } = div;
  const { text } = slide.edits;
  const name = attributes.classes.find((each) => CALLOUT.test(each)) ?? '';
  const own = text.slice(inside.start, inside.end);
  const [heading = '', words] = /^\s*#{1,6}[ \t]+([^\n]*)\n/.exec(own) ?? [];
  const word = name.replace(/^callout-?/, '') || 'note';
  const isPlain = /^(?:simple|minimal)$/.test(attributes.values.get('appearance') ?? '');
  const kind = isPlain ? '' : word[0]?.toUpperCase() + word.slice(1);
  const title = attributes.values.get('title') ?? words?.replace(/\s*\{[^{}]*\}\s*$/, '') ?? kind;
  const bold = title === '' ? '' : `**${title}**`;
  const became = ['translated', `> ${bold}`.trim()] as const;
  const start = inside.start + heading.length;
  if (RICH.test(text.slice(start, inside.end))) {
    slide.replace(opening, `<blockquote>\n\n${bold}\n`, became);
    if (heading !== '') slide.edits.replace({ start: inside.start, end: start }, '');
    if (closing) slide.edits.replace(closing, '\n</blockquote>');
    else slide.after.push('</blockquote>');
    return;
  }
  const quote = [bold, '', ...text.slice(start, inside.end).trim().split('\n')]
    .map((line) => `> ${line}`.trimEnd())
    .slice(bold === '' ? 2 : 0)
    .join('\n');
  slide.replace({ start: opening.start, end: closing?.end ?? inside.end }, quote, became);
}

/** Writes the name of a theorem, a definition or a proof before its words; false for any other division. */
export function takeTheorem(div: Div, slide: DeckSlide, references: References): boolean {
  const { opening, inside, closing, attributes } = div;
  const isProof = attributes.classes.includes('proof');
  const isNumbered = /^(?:thm|lem|cor|prp|def|exm|exr|rem)-/.test(attributes.id ?? '');
  const name = isProof ? 'Proof' : references.get(isNumbered ? (attributes.id ?? '') : '');
  if (name === undefined) return false;
  const [heading = '', title] =
    /^\s*#{1,6}[ \t]+([^\n]*)\n/.exec(slide.edits.text.slice(inside.start, inside.end)) ?? [];
  const words = title === undefined ? `**${name}.**` : `**${name}** (${title.trim()})**.**`;
  slide.replace(opening, `\n${isProof ? '*Proof.*' : words}\n`, ['translated', words]);
  slide.edits.replace({ start: inside.start, end: inside.start + heading.length }, '\n');
  if (closing) slide.edits.remove(closing);
  return true;
}

/** Classes of callouts, also of other programs. */
export const CALLOUT = /^(?:callout(?:-\w+)?|note|tip|warning|important|caution)$/;
/** What a reader may translate within a callout: divisions, code, pictures, citations, spans and tables. */
const RICH = /^ {0,3}:{3,}|`{3}|~{3}|!\[|[{<@\\]|^\+-|^\|/m;
