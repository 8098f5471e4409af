import type { Token } from 'marked';
import type { SlideSpec } from '../model/file.ts';

const ACCENTS = /[\u0300-\u036f]+/g;
const GAPS = /[^\p{L}\p{M}\p{N}]+/gu;
const ENDS = /^-+|-+$/g;
const DIGITS = /^\d+$/;
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi;
const CHARACTERS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'" };
const SILENT = new Set(['value', 'html', 'attributes', 'pause', 'image']);
const MAX_LENGTH = 60;

/** Turns words into an id: lower case, letters and digits of any script, the rest hyphens. */
export function toSlug(text: string): string {
  const plain = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  const slug = plain.replace(GAPS, '-').replace(ENDS, '');
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : MAX_LENGTH);
}

/** Finds the id a slide asks for: its own, else its title's words; empty where it has neither. */
export function wantedId({ id, title }: SlideSpec, tokens: readonly Token[]): string {
  if (id !== undefined) return id;
  const slug = toSlug(title ?? readWords(tokens.find((token) => token.type === 'heading')));
  return DIGITS.test(slug) ? `slide-${slug}` : slug;
}

/** Finds a free id: the wanted one, else with the first number that is free. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}

/** Reads the words of a token without markup, values and comments, so that new data never rename a slide. */
function readWords(token: Token | undefined): string {
  if (!token || SILENT.has(token.type)) return '';
  if ('tokens' in token && token.tokens) return token.tokens.map(readWords).join('');
  if (!('text' in token) || typeof token.text !== 'string') return '';
  return token.text.replace(ENTITY, (entity) => CHARACTERS[entity] ?? ' ');
}
