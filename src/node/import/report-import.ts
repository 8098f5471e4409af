import {
  OUTCOME_WORDS,
  type ImportedDeck,
  type ImportNote,
  type ImportOutcome,
} from '../../talk/model/import/imported-deck.ts';
import { plural } from '../../talk/text/plural.ts';
import type { Terminal } from '../terminal.ts';

/** Lists what became of a deck, by outcome; constructs with the same result are listed together; `--json` has all places. */
export function renderImport(
  { notes, slides }: Pick<ImportedDeck, 'notes' | 'slides'>,
  { style }: Pick<Terminal, 'style'>,
): string {
  const { total, right } = slides;
  const all = `${plural(total, 'slide')}, ${right === total ? 'all' : right} looking and working as before`;
  const groups = (Object.keys(OUTCOME_WORDS) as ImportOutcome[]).flatMap((outcome) => {
    const own = notes.filter((note) => note.outcome === outcome);
    if (own.length === 0) return [];
    const title = style.bold(`${OUTCOME_WORDS[outcome]} (${own.length})`);
    return ['', title, ...groupAlike(own).map((alike) => renderAlike(alike, style))];
  });
  return [all, ...groups].join('\n');
}

/** Groups notes with the same result. */
function groupAlike(notes: readonly ImportNote[]): ImportNote[][] {
  const groups = new Map<string, ImportNote[]>();
  for (const note of notes) {
    const key = `${note.what}
${note.became}`;
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups.values()];
}

/** Writes the result of a group below what it is about, with the first places of each. */
function renderAlike(notes: readonly ImportNote[], { cyan, dim }: Terminal['style']): string {
  const places = new Map<string, string[]>();
  for (const { what, span } of notes) {
    const place = `${span.file}:${span.line}:${span.column}`;
    const known = places.get(what);
    if (known) known.push(place);
    else places.set(what, [place]);
  }
  const lines = [...places].slice(0, MAX_LINES).map(([what, [first = '', ...others]]) => {
    const more = others.length > 0 ? dim(` and ${plural(others.length, 'more place')}`) : '';
    return `  ${cyan(first)}  ${what}${more}`;
  });
  if (places.size > MAX_LINES) lines.push(dim(`  and ${places.size - MAX_LINES} more like these`));
  return [...lines, `    ${dim('\u2192')} ${notes[0]?.became ?? ''}`].join('\n');
}

const MAX_LINES = 12;
