import { toSlug } from '../../../text/slug.ts';
import type { Deck, DeckSlide } from '../../deck.ts';
import { attributeOf, listTags } from '../../deck-tags.ts';
import { plainText } from '../../talk-keys.ts';

/** A title of a slide in a list of contents. */
interface Entry {
  depth: number;
  title: string;
  id: string;
}

/** Writes the list of contents that "<Toc>" is: the titles of the slides, with links. */
export function takeContents({ slides }: Deck): void {
  for (const slide of slides) {
    for (const tag of listTags(slide)) {
      if (tag.name.toLowerCase() !== 'toc' || tag.kind === 'close') continue;
      const most = Number(attributeOf(tag, 'maxDepth') ?? attributeOf(tag, 'maxdepth') ?? 6);
      const written = writeList(chooseEntries(slides, slide, most));
      const stretch = { start: tag.start, end: tag.partner?.end ?? tag.end };
      slide.replace(stretch, `\n${written}\n`, [
        'approximated',
        'a list of the titles, which does not follow later changes',
      ]);
    }
  }
}

/** Lists titles of slides; only those of the first level where all have no room. */
function chooseEntries(slides: readonly DeckSlide[], own: DeckSlide, most: number): Entry[] {
  const all = slides.flatMap((slide) => (slide === own ? [] : entryOf(slide)));
  const known = all.filter(({ depth }) => depth <= most);
  const least = Math.min(...known.map(({ depth }) => depth));
  const chosen = known.length > MAX_ENTRIES ? known.filter(({ depth }) => depth === least) : known;
  return chosen.filter(({ id }, index) => chosen.findIndex((each) => each.id === id) === index);
}

function entryOf({ tokens, keys }: DeckSlide): Entry[] {
  const heading = tokens.find(({ type }) => type === 'heading');
  if (heading?.type !== 'heading' || keys.visibility === 'hidden') return [];
  const title = plainText(heading.text);
  const id = typeof keys.id === 'string' ? keys.id : toSlug(title);
  return title === '' || id === '' ? [] : [{ depth: heading.depth, title, id }];
}

function writeList(entries: readonly Entry[]): string {
  const least = Math.min(...entries.map(({ depth }) => depth));
  return entries
    .map(
      ({ depth, title, id }) =>
        `${depth > least ? '  ' : ''}- [${title.replaceAll(/[[\]]/g, '')}](#${id})`,
    )
    .join('\n');
}

const MAX_ENTRIES = 16;
