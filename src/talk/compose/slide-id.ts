import type { Token } from 'marked';
import { decodeReferences } from '../html/character-references.ts';
import type { SlideSource, SlideSpec } from '../model/slide-file.ts';
import { toSlug } from '../text/slug.ts';

const DIGITS = /^\d+$/;
const SILENT = new Set(
  'value html attributes pause image datablock codeblock space def'.split(' '),
);
const BLANKS = /\s+/;
const FIRST_WORDS = 5;

/**
 * Finds the id a slide asks for: its own, else its title's words, else its layout where that stands once in a talk, else
 * its first words; empty where it has none of them.
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

const wantedIds = new WeakMap<object, string>();

/** Finds the id that a slide asks for where nothing is set beside it, once for each text. */
export function wantedIdOf(source: SlideSource): string {
  const { origin, spec } = source;
  const known = wantedIds.get(origin);
  if (known !== undefined) return known;
  const wanted = wantedId(spec, source.tokens);
  wantedIds.set(origin, wanted);
  return wanted;
}

/** Finds a free id and takes it: the wanted one, else with the first number that is free. */
export function takeId(wanted: string, taken: Map<string, number>): string {
  let id = wanted;
  let count = taken.get(wanted) ?? 1;
  while (taken.has(id)) id = `${wanted}-${++count}`;
  // Whoever wants the same need not try all these numbers again.
  taken.set(wanted, count);
  if (id !== wanted) taken.set(id, 1);
  return id;
}

/** A slide that is to be named: the id it has or would have, and whether its author wrote that. */
export interface NamedSlide {
  wanted: string;
  isWritten: boolean;
}

/** Reads what a slide is named by. */
export function toNamed(slide: SlideSource | { wanted: string; spec: SlideSpec }): NamedSlide {
  const wanted = 'wanted' in slide ? slide.wanted : wantedIdOf(slide);
  return { wanted, isWritten: slide.spec.id !== undefined };
}

/**
 * Names the slides of a file, as `src` and `where` know them: a written id keeps its name, then the first of a title,
 * and the others get a number. Slides without id and words stay unnamed.
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

/** Lists the ids that may mean several slides: none has it written, and several have it from their titles. */
export function listAmbiguous(slides: readonly NamedSlide[]): ReadonlySet<string> {
  const titles = new Set<string>();
  const ambiguous = new Set<string>();
  for (const { wanted } of slides) (titles.has(wanted) ? ambiguous : titles).add(wanted);
  for (const { wanted, isWritten } of slides) if (isWritten) ambiguous.delete(wanted);
  ambiguous.delete('');
  return ambiguous;
}

/** Reads the words of a token without markup, values and comments, so that new data never rename a slide. */
function readWords(token: Token | undefined): string {
  if (!token || SILENT.has(token.type)) return '';
  if ('tokens' in token && token.tokens) return token.tokens.map(readWords).join('');
  if (!('text' in token) || typeof token.text !== 'string') return '';
  return decodeReferences(token.text);
}
