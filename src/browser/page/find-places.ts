/** A slide as people look for it. */
export interface Place {
  id: string;
  /** Its number among all slides, from 1. */
  number: number;
  title: string;
  /** All words on it. */
  text: string;
}

const ACCENTS = /\p{M}/gu;
const NUMBER = /^\d+$/;

/** Finds the slides that a number or words stand for, best first: its number, its title, its text; all of them for nothing. */
export function findPlaces(places: readonly Place[], query: string): Place[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const ranked = places.map((place) => ({ place, rank: rankPlace(place, words) }));
  return ranked
    .filter(({ rank }) => rank < MISS)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}

const [HIT, TITLE_START, TITLE, TEXT, MISS] = [0, 1, 2, 3, 4];

function rankPlace({ number, title, text }: Place, words: readonly string[]): number {
  const [first] = words;
  if (first === undefined) return HIT;
  if (words.length === 1 && NUMBER.test(first) && Number(first) === number) return HIT;
  const head = fold(title);
  if (words.every((word) => head.includes(word)))
    return head.startsWith(first) ? TITLE_START : TITLE;
  const all = fold(text);
  return words.every((word) => head.includes(word) || all.includes(word)) ? TEXT : MISS;
}

/** Writes a text without capitals and accents, so that "Prufung" finds "Prüfung". */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(ACCENTS, '').toLowerCase();
}
