import type { ImportedDeck, ImportNote } from '../../talk/model/import/imported-deck.ts';
import type { Problem } from '../../talk/model/problem.ts';

/** The talk's file and text, and the deck's file. */
interface NotedTalk {
  file: string;
  source: string;
  text: string;
}

/** Lists problems of an imported talk as notes at the places of its deck; those that the import has noted are left out. */
export function problemNotes(
  problems: readonly Problem[],
  { notes, placeOf }: ImportedDeck,
  { file, source, text }: NotedTalk,
): ImportNote[] {
  const lines = text.split('\n');
  const known = new Set(notes.map(({ became }) => became));
  return problems.flatMap(({ code, message, hint, span }): ImportNote[] => {
    if (code === 'import-remark') return [];
    const became = [message, hint].filter(Boolean).join(' ');
    if (known.has(became) || (span && span.file !== file)) return [];
    const { line = 1, column = 1, length = 1 } = span ?? {};
    const what = (lines[line - 1] ?? '').slice(column - 1, column - 1 + length);
    const place = placeOf(line) ?? { file: source, line: 1 };
    return [{ outcome: 'manual', what, became, span: { ...place, column, length } }];
  });
}
