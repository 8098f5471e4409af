import { CODE, SENTENCES, TABLES, TITLES } from './words.mjs';

/** Slides of the base deck; a larger one repeats it under other titles. */
const BASE = 80;
/** Slides 21 to 74 have no steps, so that every key press there changes the slide. */
const STEPPED = new Set([4, 6, 8, 10, 12, 14, 16, 18, 75, 77]);
const TABLE_AT = new Map([
  [20, 0],
  [36, 1],
  [52, 2],
  [70, 3],
]);

/** The slide that the edit row changes, and the word it changes; its list comes in steps. */
export const EDITED = { slide: 12, word: 'editword0' };
/** The first slide that the key row leaves, and how many it visits. */
export const WALK = { from: 21, slides: 50 };

/** Makes the neutral deck: of 80 slides 15 have code, 4 a table, 20 notes, 10 a list that comes in steps. */
export function makeDeck(size) {
  return Array.from({ length: size }, (_, index) => makeSlide(index + 1));
}

/** What is written in a slide's title and in no other. */
export function markOf(number) {
  return `§${number} `;
}

function makeSlide(number) {
  const base = ((number - 1) % BASE) + 1;
  const hasCode = base % 5 === 3 && base < 78;
  const table = TABLE_AT.get(base);
  const title = markOf(number) + TITLES[Math.floor(base / 5) % TITLES.length];
  const sentences = Array.from(
    { length: 1 + (base % 4) },
    (_, at) => SENTENCES[(base * 5 + at * 7) % SENTENCES.length],
  );
  const hasSteps = STEPPED.has(base);
  if (hasSteps) while (sentences.length < 4) sentences.push(SENTENCES[sentences.length]);
  return {
    number,
    title,
    lead: number === EDITED.slide ? `Status word: ${EDITED.word}` : null,
    list: hasCode || table !== undefined ? sentences.slice(0, 1) : sentences,
    hasSteps,
    code: hasCode ? CODE[Math.floor(base / 5) % CODE.length] : null,
    table: table === undefined ? null : TABLES[table],
    note:
      base % 4 === 1 ? `Note ${number}: say why this matters, then go on after 40 seconds.` : null,
  };
}
