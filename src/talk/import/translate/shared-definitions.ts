import type { Deck, DeckSlide } from '../deck.ts';
import { scanLines } from '../scan-lines.ts';
import type { Stretch } from '../text-edits.ts';

/** A definition of a link or a footnote, and the slide that it is written on. */
interface Definition extends Stretch {
  text: string;
  slide: DeckSlide;
}

/** Gives slides the definitions that their links and footnotes refer to, where a program reads a deck as one text. */
export function shareDefinitions({ slides }: Deck): void {
  const definitions = new Map<string, Definition>();
  for (const slide of slides) {
    for (const found of listDefinitions(slide))
      if (!definitions.has(found.label)) definitions.set(found.label, found);
  }
  if (definitions.size === 0) return;
  const moved = new Set<string>();
  for (const slide of slides) {
    const own = new Set(listDefinitions(slide).map(({ label }) => label));
    for (const label of listReferences(slide)) {
      const found = definitions.get(label);
      if (!found || own.has(label)) continue;
      slide.after.push(found.text);
      own.add(label);
      moved.add(label);
    }
  }
  // A footnote would be reported on the slide that has no mark for it.
  for (const label of moved) {
    const { slide, start, end } = definitions.get(label) ?? {};
    const isFootnote = label.startsWith('^');
    if (slide && isFootnote && !listReferences(slide).has(label))
      slide.edits.remove({ start: start ?? 0, end: end ?? 0 });
  }
}

function listDefinitions(slide: DeckSlide): (Definition & { label: string })[] {
  const lines = scanLines(slide.edits.text);
  return lines.flatMap((line, index) => {
    const [, label] = line.isInside ? [] : (DEFINITION.exec(line.text) ?? []);
    if (label === undefined) return [];
    let last = index;
    // What is indented below a footnote belongs to it.
    while (label.startsWith('^') && /^(?: {2,}|\t)\S/.test(lines[last + 1]?.text ?? '')) last++;
    const end = (lines[last]?.start ?? 0) + (lines[last]?.text.length ?? 0);
    const text = slide.edits.text.slice(line.start, end).trim();
    return [{ label: toLabel(label), start: line.start, end, text, slide }];
  });
}

function listReferences({ edits }: DeckSlide): Set<string> {
  const lines = scanLines(edits.text).filter((line) => !line.isInside);
  const words = lines.map(({ text }) => (DEFINITION.test(text) ? '' : text)).join('\n');
  const bare = words.replaceAll(/`[^`\n]*`/g, '');
  return new Set(
    [...bare.matchAll(REFERENCE)].map(([, first = '', second = '']) => toLabel(second || first)),
  );
}

function toLabel(written: string): string {
  return written.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:[ \t]*\S/;
const REFERENCE = /\[([^[\]\n]+)\](?:\[([^[\]\n]*)\])?(?![(:])/g;
