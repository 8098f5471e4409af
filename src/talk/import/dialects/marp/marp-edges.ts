import type { Deck, DeckSlide, Result } from '../../deck.ts';
import type { ForeignKey } from '../../matter.ts';
import { plainText } from '../../talk-keys.ts';

const PICTURE = /!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/g;
const TAGS = /<\/?[a-z][^>]*>/gi;

/** Gives a talk the words at the head and foot that its front matter sets for all slides, and a picture there as its logo. */
export function takeTalkEdges(inherited: ReadonlyMap<string, ForeignKey>, deck: Deck): void {
  for (const name of ['header', 'footer'] as const) {
    const { words, picture } = readWords(inherited.get(name)?.value);
    if (words !== '') deck.keys[name] = words;
    if (picture !== '') deck.keys.logo ??= picture;
  }
}

/** Gives a slide the words at its head or foot, unless they are those of the talk. */
export function takeEdge(
  name: 'header' | 'footer',
  value: string,
  slide: DeckSlide,
  ofTalk: Deck['keys'],
): Result | undefined {
  const { words, picture } = readWords(value);
  if (words === '') delete slide.keys[name];
  else if (words !== ofTalk[name]) slide.keys[name] = words;
  if (words === '' && ofTalk[name] !== undefined) slide.keys[name] = 'off';
  if (picture !== '' && picture === ofTalk.logo)
    return ['approximated', `logo: ${picture}, in its place and size on all slides`];
  if (picture !== '')
    return ['manual', 'Name the picture with "logo" in the front matter of the talk.'];
  if (words !== '') return ['translated', `${name}: ${words}`];
  return value === '' ? undefined : ['translated', `${name}: off`];
}

/** Gives a slide what "paginate" says: no number, or one that does not count. */
export function takePaginate(value: string, slide: DeckSlide): Result {
  delete slide.keys.pagination;
  if (value === 'true') return ['dropped', 'Slides have a number by themselves.', 'harmless'];
  if (value === 'skip' || value === 'hold') {
    slide.keys.visibility = 'uncounted';
    return [value === 'skip' ? 'translated' : 'approximated', 'visibility: uncounted'];
  }
  slide.keys.pagination = false;
  return ['translated', 'pagination: false'];
}

function readWords(value: unknown): { words: string; picture: string } {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const words = plainText(text.replaceAll(PICTURE, '').replaceAll(TAGS, '')).replaceAll('*', '');
  const [, ofMarkdown, ofHtml] =
    /!\[[^\]]*\]\(\s*<?([^\s)>]*)|<img\b[^>]*?\bsrc=["']?([^"'\s>]*)/.exec(text) ?? [];
  return { words, picture: ofMarkdown ?? ofHtml ?? '' };
}
