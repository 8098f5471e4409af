import { escapeHtml } from '../../../html/html.ts';
import { textOf } from '../../../text/value/value-text.ts';
import type { Deck } from '../../deck.ts';
import { toLine } from '../../deck.ts';
import type { ReadContext } from '../../dialect.ts';
import { splitHead } from '../../cut-slides.ts';
import { findBrand } from '../../translate/brand-icons.ts';
import { scanLines } from '../../scan-lines.ts';

/** Where shortcodes stand, and where their files come from. */
interface ShortcodePlace {
  file: string;
  line: number;
  context: ReadContext;
  deck: Deck;
}

/** Translates the shortcodes of Quarto in a text, and includes the text of other files. */
export function takeShortcodes(
  text: string,
  place: ShortcodePlace,
  open: readonly string[] = [],
): string {
  if (!text.includes('{{<')) return text;
  return scanLines(text)
    .map((line) => {
      const end = text.slice(line.start + line.text.length, line.end);
      if (line.isInside) return line.text + end;
      const at = { ...place, line: place.line + line.line - 1 };
      return (
        line.text.replaceAll(SHORTCODE, (whole, name: string, rest: string, offset: number) =>
          write(whole, name, rest.trim(), { ...at, column: offset + 1, open }),
        ) + end
      );
    })
    .join('');
}

type Place = ShortcodePlace & { column: number; open: readonly string[] };

function write(whole: string, name: string, rest: string, place: Place): string {
  const note = (
    outcome: 'translated' | 'approximated' | 'dropped' | 'manual',
    became: string,
  ): void => {
    const { file, line, column } = place;
    const span = { file, line, column, length: whole.length };
    place.deck.notes.push({ outcome, what: toLine(whole), became, span });
  };
  const [first = ''] = /"[^"]*"|\S+/.exec(rest) ?? [];
  const address = first.replaceAll('"', '');
  const brand = findBrand(
    `fa-brands-${rest.split(/\s+/).find((word) => !/^(?:fa-)?(?:brands|solid|regular)$/.test(word)) ?? ''}`,
  );
  switch (name) {
    case 'include':
      return include(address, place, note);
    case 'video': {
      const isFile = /\.(?:mp4|webm|mov|ogv)$/i.test(address);
      note(isFile ? 'translated' : 'approximated', isFile ? `![](${address})` : 'a link');
      return isFile ? `![](${address})` : `[Film](${address})`;
    }
    case 'pagebreak':
    case 'br':
      note('dropped', 'Slides do not break.');
      return '';
    case 'fa':
    case 'bi':
    case 'iconify':
      if (brand !== null) {
        note('approximated', brand);
        return brand;
      }
      note('dropped', 'This set of icons is not at hand.');
      return '';
    case 'kbd':
      note('translated', '<kbd>');
      return `<kbd>${address}</kbd>`;
  }
  if (/^(?:embed|placeholder|lipsum|video)$/.test(name)) {
    note('manual', 'This shortcode has no equal here: a labelled place is on the slide.');
    return `<span class="left-out">${escapeHtml(toLine(`${name} ${rest}`))}</span>`;
  }
  const known =
    name === 'meta' ? textOf((place.deck.keys as Record<string, unknown>)[address]) : '';
  if (known !== '') {
    note('translated', known);
    return known;
  }
  note('manual', 'This shortcode has no equal here; it is left out.');
  return '';
}

/** Brings in the text of another file; lines below it are then counted with those of that file. */
function include(
  address: string,
  { file, context, deck, open }: Place,
  note: (outcome: 'manual' | 'translated', became: string) => void,
): string {
  const found = context.readFile(address, file);
  if (!found || open.includes(found.path) || open.length >= MAX_DEPTH) {
    note(
      'manual',
      found ? 'The files bring in each other.' : 'There is no such file beside the deck.',
    );
    return '';
  }
  note('translated', 'the text of that file; lines below it have other numbers in this report');
  const { body, bodyLine } = splitHead(found.text);
  const place = { file: found.path, line: bodyLine, context, deck };
  return takeShortcodes(body, place, [...open, found.path]);
}

const SHORTCODE = /\{\{<\s*([\w-]+)((?:[^>]|>(?!\}\}))*?)\s*>\}\}/g;
const MAX_DEPTH = 8;
