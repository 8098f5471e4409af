import { textOf } from '../../../text/value/value-text.ts';
import type { Deck } from '../../deck.ts';
import { keepLooks } from '../../dialects/marp/slide-rules.ts';

/** Leaves out what rules for the classes of slides say about the place and the size of slides. */
export function dropPlaces(css: string, deck: Deck): { css: string; lost: Set<string> } {
  const lost = new Set<string>();
  const names = listSlideNames(deck);
  const kept = css.replaceAll(OF_CLASS, (whole, selector: string, name: string, body: string) => {
    if (!names.has(name)) return whole;
    const looks = keepLooks(`section{${body}}`);
    for (const property of looks.lost) lost.add(property);
    return `${selector} ${looks.css.slice('section'.length)}`;
  });
  return { css: kept, lost };
}

/** Lists the classes that slides have and no element in them. */
function listSlideNames({ slides }: Deck): Set<string> {
  const inText = new Set(
    slides.flatMap(({ edits }) =>
      [...edits.text.matchAll(/<[a-z][^<>]*\bclass=["']?([^"'>]*)/gi)].flatMap(([, names = '']) =>
        names.split(/\s+/),
      ),
    ),
  );
  const names = slides.flatMap(({ keys }) => textOf(keys.class).split(/\s+/));
  return new Set(names.filter((name) => name !== '' && !inText.has(name)));
}

/** A rule for one class. */
const OF_CLASS = /(?<=^|[\n}])(\.([\w-]+))\s*\{([^{}]*)\}/g;
