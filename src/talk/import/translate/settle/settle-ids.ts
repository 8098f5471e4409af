import { toLine, toNote, type Deck, type DeckSlide, type Result } from '../../deck.ts';
import { textOf } from '../../../text/value/value-text.ts';

/** Gives slides ids that a talk can have, each one once; links to them follow. */
export function settleIds(deck: Deck): void {
  const seen = new Set<string>();
  for (const slide of deck.slides) {
    const { id } = slide.keys;
    if (id === undefined) continue;
    const name = toId(textOf(id));
    if (name === '' || seen.has(name)) {
      delete slide.keys.id;
      note(slide, `id: ${textOf(id)}`, ['dropped', 'Another slide has this id.', 'harmless']);
      continue;
    }
    seen.add(name);
    if (name === id) continue;
    slide.keys.id = name;
    followLinks(deck, textOf(id), name);
    note(slide, `id: ${textOf(id)}`, ['translated', `id: ${name}`]);
  }
}

/** Writes an id of letters, digits and hyphens that begins with a letter. */
function toId(written: string): string {
  const name = written.replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return name === '' || /^[\p{L}_]/u.test(name) ? name : `slide-${name}`;
}

function followLinks({ slides }: Deck, from: string, to: string): void {
  for (const { edits } of slides) {
    for (const sign of [`](#${from})`, `](#/${from})`, `href="#${from}"`, `href="#/${from}"`]) {
      for (let at = edits.text.indexOf(sign); at >= 0; at = edits.text.indexOf(sign, at + 1)) {
        const start = at + sign.indexOf(from);
        edits.replace({ start, end: start + from.length }, to);
      }
    }
  }
}

function note(slide: DeckSlide, what: string, result: Result): void {
  slide.notes.push(toNote(result, toLine(what), slide.spanOf({ start: 0, end: 0 })));
}
