import { html, type Html } from './html.ts';

/** The text direction of a talk. */
export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT = new Set(
  'ar arc azb ckb dv fa glk he iw ji khw lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '),
);
const SCRIPTS = /^(?:adlm|arab|aran|hebr|mand|nkoo|rohg|samr|syrc|thaa)$/i;
const SCRIPT = /^[a-z]{4}$/i;

/** Returns the direction of a language tag: by its script if it names one, else by its language. */
export function directionOf(language: string): Direction {
  const [name = '', ...rest] = language.split('-');
  const script = rest.find((part) => SCRIPT.test(part));
  const isRightToLeft =
    script === undefined ? RIGHT_TO_LEFT.has(name.toLowerCase()) : SCRIPTS.test(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

const LETTER = /\p{L}/gu;
const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Returns the direction in which most letters of a text run. */
export function directionOfText(text: string): Direction {
  if (!RIGHT_TO_LEFT_LETTER.test(text)) return 'ltr';
  const letters = text.match(LETTER) ?? [];
  const count = letters.filter((letter) => RIGHT_TO_LEFT_LETTER.test(letter)).length;
  return count * 2 > letters.length ? 'rtl' : 'ltr';
}

/** Returns the attributes for the engine's own English text in a talk of another language. */
export function markEnglish(language: string): Html | false {
  if (language.split('-')[0]?.toLowerCase() === 'en') return false;
  return html` lang="en"${directionOf(language) === 'rtl' && html` dir="ltr"`}`;
}
