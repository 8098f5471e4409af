import { toNote, type Deck } from '../../deck.ts';
import type { ForeignKey } from '../../matter.ts';
import type { Sheet } from '../../translate/deck-sheets.ts';
import { listSettings } from '../pandoc/pandoc-keys.ts';

/** Lists the rules for classes of the stylesheet that xaringan itself brings; its other themes are named as missing. */
export function listXaringanSheets(keys: readonly ForeignKey[], deck: Deck): Sheet[] {
  const output = keys.find(({ name }) => name === 'output');
  if (!output || !/moon_reader/.test(JSON.stringify(output.value) ?? '')) return [];
  const written = listSettings(keys).get('css') ?? 'default';
  const names = [written].flat().filter((name) => typeof name === 'string');
  const missing = names.filter(
    (name) => /^[\w-]+$/.test(name) && !/^default(?:-fonts)?$/.test(name),
  );
  for (const name of missing)
    deck.notes.push(
      toNote(['dropped', 'This theme of xaringan is not at hand.'], name, output.span),
    );
  const isDefault = names.includes('default') || missing.length > 0;
  return isDefault ? [{ address: 'default', css: INVERSE, line: output.span.line }] : [];
}

const INVERSE = '.inverse { background-color: #272822; }';
