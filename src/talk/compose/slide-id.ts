import type { Token } from '../model/token.ts';
import { decodeReferences } from '../html/character-references.ts';
import type { SlideSource, SlideSpec } from '../model/slide-file.ts';
import { toFormulaWords } from '../text/formula-words.ts';
import { toSlug } from '../text/slug.ts';
import type { ComposeCache } from './compose-cache.ts';

const DIGITS = /^\d+$/;
const SILENT = new Set(
  'value shortcode html attributes pause image datablock codeblock snippet space def'.split(' '),
);
const BLANKS = /\s+/;
const FIRST_WORDS = 5;

/**
 * Returns the preferred id of a slide: its own, its title, its layout if that is unique in a talk, or its first words;
 * empty for none.
 */
export function wantedId({ id, title, layout }: SlideSpec, tokens: readonly Token[]): string {
  if (id !== undefined) return id;
  const heading = tokens.find((token) => token.type === 'heading');
  const slug = toSlug(title ?? readWords(heading));
  if (slug) return DIGITS.test(slug) ? `slide-${slug}` : slug;
  if (layout === 'cover' || layout === 'end') return layout;
  const first = tokens.map(readWords).find((text) => text.trim() !== '');
  const words = toSlug((first ?? '').trim().split(BLANKS).slice(0, FIRST_WORDS).join(' '));
  return words && `slide-${words}`;
}

/** Returns the preferred id of a slide without overrides, cached by its text. */
export function wantedIdOf(source: SlideSource, { wantedIds }: ComposeCache): string {
  const { origin, spec } = source;
  const known = wantedIds.get(origin);
  if (known !== undefined) return known;
  const wanted = wantedId(spec, source.tokens);
  wantedIds.set(origin, wanted);
  return wanted;
}

/** Reserves a free id: the preferred one, else with the first free number. */
export function takeId(wanted: string, taken: Map<string, number>): string {
  let id = wanted;
  let count = taken.get(wanted) ?? 1;
  while (taken.has(id)) id = `${wanted}-${++count}`;
  // The next slide with the same id starts at this number.
  taken.set(wanted, count);
  if (id !== wanted) taken.set(id, 1);
  return id;
}

/** A slide to name: its id or preferred id, and whether the author wrote it. */
export interface NamedSlide {
  wanted: string;
  isWritten: boolean;
}

/** Reads the facts that name a slide. */
export function toNamed({ wanted, spec }: { wanted: string; spec: SlideSpec }): NamedSlide {
  return { wanted, isWritten: spec.id !== undefined };
}

/** Returns the names of a file's own slides. */
export function nameSources(slides: readonly SlideSource[]): string[] {
  return nameInFile(
    slides.map(({ spec, tokens }) => toNamed({ wanted: wantedId(spec, tokens), spec })),
  );
}

/**
 * Names the slides of a file for `src` and `where`. A written id wins, then the first slide of a title; others get a
 * number. Slides without id and text have no name.
 */
export function nameInFile(slides: readonly NamedSlide[]): string[] {
  const owners = new Map<string, number>();
  slides.forEach(({ wanted, isWritten }, index) => {
    const owner = slides[owners.get(wanted) ?? -1];
    if (!owner || (isWritten && !owner.isWritten)) owners.set(wanted, index);
  });
  const taken = new Map([...owners.keys()].map((id) => [id, 1]));
  return slides.map(({ wanted }, index) =>
    wanted === '' || owners.get(wanted) === index ? wanted : takeId(wanted, taken),
  );
}

/** Lists ids that several slides have from their titles and that no slide has as a written id. */
export function listAmbiguous(slides: readonly NamedSlide[]): ReadonlySet<string> {
  const titles = new Set<string>();
  const ambiguous = new Set<string>();
  for (const { wanted } of slides) (titles.has(wanted) ? ambiguous : titles).add(wanted);
  for (const { wanted, isWritten } of slides) if (isWritten) ambiguous.delete(wanted);
  ambiguous.delete('');
  return ambiguous;
}

/** Reads the text of a token without markup, values and comments, so that new data never rename a slide. */
function readWords(token: Token | undefined): string {
  if (!token || SILENT.has(token.type)) return '';
  if (token.type === 'formula') return toFormulaWords(token.tex);
  if ('tokens' in token && token.tokens) return token.tokens.map(readWords).join('');
  if (!('text' in token) || typeof token.text !== 'string') return '';
  return decodeReferences(token.text);
}
