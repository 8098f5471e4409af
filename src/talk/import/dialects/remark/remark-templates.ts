import type { ImportNote } from '../../../model/import/imported-deck.ts';
import { DeckSlide, toLine, toNote } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';
import { takeProperties, type Properties } from './remark-properties.ts';

/** A slide that others have above their own content, and which of its notes they have already. */
export interface Template {
  properties: Properties;
  seen: Set<string>;
  /** Whether a slide has it. */
  isUsed: boolean;
}

/** Makes a template of a slide. */
export function toTemplate(properties: Properties): Template {
  return { properties, seen: new Set(), isUsed: false };
}

/** Lists what no slide has of a template that is no slide itself: all of it where none follows, else its notes. */
export function listUnused({ properties, isUsed }: Template, file: string): ImportNote[] {
  const { text, line } = properties;
  const [shown = '', notes = ''] = splitNotes(text);
  const parts = [
    { part: isUsed ? '' : shown, became: 'No slide has this layout.', at: 0 },
    { part: notes, became: 'Notes of a layout are on no slide.', at: text.length - notes.length },
  ];
  return parts.flatMap(({ part, became, at }) => {
    const start = at + part.search(/\S/);
    if (part.trim() === '') return [];
    const row = line + text.slice(0, start).split('\n').length - 1;
    const span = { file, line: row, column: 1, length: 1 };
    return toNote(['dropped', became, 'harmless'], toLine(part), span);
  });
}

interface TemplatePlace {
  values: ReadonlyMap<string, string>;
  takeBody: (slide: DeckSlide) => void;
}

/** Gives a slide the properties of a template, and its content around its own. */
export function takeTemplate(
  template: Template,
  slide: DeckSlide,
  { values, takeBody }: TemplatePlace,
): void {
  template.isUsed = true;
  const { properties, seen } = template;
  const [shown = ''] = splitNotes(properties.text);
  const text = fillIn(shown, values);
  const above = new DeckSlide({ file: slide.file, line: properties.line, text });
  takeProperties(properties, above);
  takeBody(above);
  // Remarks of a template would be repeated on each of its slides.
  const written = above.edits
    .apply()
    .replaceAll(/<!--[ \t]*\/\/[^]*?-->\n?/g, '')
    .trim();
  const [before = '', ...after] = written.split(CONTENT).map((part) => part.trim());
  if (before !== '') slide.before.push(before);
  slide.after.push(...after.filter(Boolean));
  const { class: names, layout, background } = above.keys;
  Object.assign(slide.keys, { ...(layout !== undefined && { layout }) });
  Object.assign(slide.keys, { ...(names !== undefined && { class: names }) });
  Object.assign(slide.keys, { ...(background !== undefined && { background }) });
  for (const note of above.notes) {
    const key = `${note.span.line}:${note.span.column}`;
    if (!seen.has(key)) slide.notes.push(note);
    seen.add(key);
  }
}

/** Returns the properties of a slide with those that it has from a template. */
export function inheritValues(
  template: ReadonlyMap<string, string> | undefined,
  own: ReadonlyMap<string, string>,
): Map<string, string> {
  const inherited = [...(template ?? [])].filter(([name]) => !/^(?:name|layout)$/.test(name));
  return new Map([...inherited, ...own]);
}

/** Writes the properties of a slide where its text names them; names that it does not have stay. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(NAMED, (written, slash: string, name: string) =>
    slash === '' ? (values.get(name) ?? written) : written,
  );
}

/** Splits the notes off a slide: the text from "???" to the next step of it, outside code. Lines behind them keep their numbers. */
export function splitNotes(text: string): [own: string, notes?: string] {
  let own = '';
  const notes: string[] = [];
  let isNote = false;
  for (const line of scanLines(text)) {
    const written = text.slice(line.start, line.end);
    if (!line.isInside && line.text.trim() === '???') {
      isNote = true;
      notes.push('');
      own += '\n';
      continue;
    }
    if (!line.isInside && /^--[ \t]*$/.test(line.text)) isNote = false;
    if (isNote) notes.push(`${notes.pop() ?? ''}${written}`);
    own += isNote ? '\n' : written;
  }
  if (notes.length === 0) return [text];
  return [own.replace(/\n+$/, '\n'), notes.map((part) => part.trim()).join('\n\n')];
}

/** The place in a template for the content of its slides. */
export const CONTENT = /\{\{[ \t]*content[ \t]*\}\}/;
/** A property that the text of a slide names. */
const NAMED = /(\\?)\{\{[ \t]*([^}\n]+?)[ \t]*\}\}/g;
