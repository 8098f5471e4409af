import type { DeckSlide } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';

/** Writes the shortcodes by which themes of Hugo make slides of reveal.js as Markdown and HTML; lines keep their numbers. */
export function takeShortcodes(text: string): string {
  if (!/\{\{[<%]/.test(text)) return text;
  return scanLines(text)
    .map((line) => {
      const whole = text.slice(line.start, line.end);
      return line.isInside ? whole : whole.replaceAll(SHORTCODE, write);
    })
    .join('');
}

function write(written: string, end: string, name: string, rest: string): string {
  const key = `${end}${name}`;
  if (Object.hasOwn(SIMPLE, key)) return SIMPLE[key] ?? '';
  const values = new Map(
    [...rest.matchAll(VALUE)].map(([, at = '', double, single, bare]) => [
      at,
      double ?? single ?? bare ?? '',
    ]),
  );
  const words = values.get('c');
  if (name === 'frag' && words !== undefined) return `<span class="fragment">${words}</span>`;
  if (name !== 'slide' || values.size === 0) return written;
  const attributes = [...values].map(
    ([at, value]) => `${/^(?:id|class)$/.test(at) ? '' : 'data-'}${at}="${value}"`,
  );
  return `<!-- .slide: ${attributes.join(' ')} -->`;
}

/** Notes the shortcodes that stay as they are written, each once a slide. */
export function noteShortcodes(slide: DeckSlide): void {
  const seen = new Set<string>();
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside) continue;
    for (const found of line.text.matchAll(SHORTCODE)) {
      const name = found[2] ?? '';
      if (seen.has(name)) continue;
      seen.add(name);
      const start = line.start + found.index;
      const stretch = { start, end: start + found[0].length };
      slide.note(stretch, 'manual', 'A shortcode of Hugo is shown as it is written.');
    }
  }
}

const SHORTCODE = /\{\{[<%][ \t]*(\/?)([A-Za-z][\w-]*)((?:(?![>%]\}\}).)*)[>%]\}\}/g;
const VALUE = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'>%]+))/g;
/** Shortcodes without values; slides of a section follow each other. */
const SIMPLE: Readonly<Record<string, string>> = {
  section: '',
  '/section': '',
  note: '<aside class="notes">',
  '/note': '</aside>',
  fragment: '<span class="fragment">',
  '/fragment': '</span>',
};
