import {
  OUTCOME_WORDS,
  type ImportedDeck,
  type ImportNote,
  type ImportOutcome,
} from '../../talk/model/import/imported-deck.ts';
import { plural } from '../../talk/text/plural.ts';
import type { Terminal } from '../terminal.ts';

/** Lists what became of a deck, by outcome; what occurs in many places is listed once, with its first places. */
export function renderImport(
  { notes, slides }: Pick<ImportedDeck, 'notes' | 'slides'>,
  { style }: Pick<Terminal, 'style'>,
): string {
  const { total, right } = slides;
  const all = `${plural(total, 'slide')}, ${right === total ? 'all' : right} with the same meaning`;
  const groups = (Object.keys(OUTCOME_WORDS) as ImportOutcome[]).flatMap((outcome) => {
    const own = notes.filter((note) => note.outcome === outcome);
    if (own.length === 0) return [];
    const title = style.bold(`${OUTCOME_WORDS[outcome]} (${own.length})`);
    return ['', title, ...groupAlike(own).map((alike) => renderAlike(alike, style))];
  });
  return [all, ...groups].join('\n');
}

/** Groups notes about the same construct with the same result. */
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

function renderAlike(notes: readonly ImportNote[], { cyan, dim }: Terminal['style']): string {
  const [first] = notes;
  if (!first) return '';
  const places = notes.slice(0, MAX_PLACES).map(({ span }) => `${span.line}:${span.column}`);
  const others = notes.length > MAX_PLACES ? ` and ${notes.length - MAX_PLACES} more` : '';
  const place = cyan(`${first.span.file}:${places.join(', ')}${others}`);
  return `  ${place}  ${first.what}\n    ${dim('\u2192')} ${first.became}`;
}

const MAX_PLACES = 5;
