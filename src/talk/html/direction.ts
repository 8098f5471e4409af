import { html, type Html } from './html.ts';

/** The direction in which a talk's text runs. */
export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT = new Set(
  'ar arc azb ckb dv fa glk he iw ji khw lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '),
);
const SCRIPTS = /^(?:adlm|arab|aran|hebr|mand|nkoo|rohg|samr|syrc|thaa)$/i;
const SCRIPT = /^[a-z]{4}$/i;

/** Finds the direction of a language by its tag: its script if the tag names one, else its language. */
export function findDirection(language: string): Direction {
  const [name = '', ...rest] = language.split('-');
  const script = rest.find((part) => SCRIPT.test(part));
  const isRightToLeft =
    script === undefined ? RIGHT_TO_LEFT.has(name.toLowerCase()) : SCRIPTS.test(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** Returns the attributes of words that the engine writes itself: they are English, and say so where the talk is not. */
export function markEnglish(language: string): Html | false {
  if (language.split('-')[0]?.toLowerCase() === 'en') return false;
  return html` lang="en"${findDirection(language) === 'rtl' && html` dir="ltr"`}`;
}
