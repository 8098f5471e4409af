import type { Finding } from '../../talk/problems/finding.ts';
import { findScriptFont } from '../../talk/model/scripts.ts';
import { reportText, type Details, type Sight } from './rule-context.ts';
import type { TextRun } from './text-walk.ts';

/** Letters that our own faces may lack, without marks and characters that are never drawn. */
const UNUSUAL = /[^\u0000-\u024f\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu;
const RANGE = /U\+([\dA-F?]+)(?:-([\dA-F]+))?/gi;
/** An unassigned character, which no font contains. */
const UNASSIGNED = '\u0378';
const STAND_IN = /^Plex .* Fallback$/;
const SIZE = 32;
const MAX_LETTERS = 12;

/** The keys of a talk whose words are at the head and foot of slides. */
const KEYS = [
  ['.folio-talk', 'title'],
  ['.folio-event', 'event'],
  ['.folio-words', 'footer'],
  ['.slide-band:not(.is-own) .band-words', 'header'],
] as const;

type Range = readonly [first: number, last: number];

const rangesOf = new WeakMap<FontFace, readonly Range[]>();
const pictures = new Map<string, string>();

/** Finds text with a declared font that could not be loaded. */
export function checkFonts(sight: Sight): Finding[] {
  const failed = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'error')
      .map(({ family }) => unquote(family)),
  );
  if (failed.size === 0) return [];
  return sight.content.runs.flatMap((run) => {
    const [first = ''] = run.style.fontFamily.split(',');
    const family = unquote(first);
    if (!failed.has(family)) return [];
    const fault = { code: 'missing-font', family } as const;
    return [reportText(sight, run, { fault, cause: family, badness: 0 })];
  });
}

/** Finds letters that exist only in fonts of the machine, and letters in no font. */
export function checkLetters(sight: Sight): Finding[] {
  const language = document.documentElement.lang;
  const fontOf = (letter: string): string | undefined => findScriptFont(letter, language);
  return sight.content.runs.flatMap((run) => {
    const letters = listForeign(run);
    const font = letters.map(fontOf).find((name) => name !== undefined);
    const borrowed = letters.filter(fontOf);
    const missing = letters.filter((letter) => !fontOf(letter) && isBox(letter, run));
    const found: Finding[] = [];
    if (font !== undefined) {
      const fault = { code: 'font-of-machine', letters: join(borrowed), font } as const;
      found.push(reportWords(sight, run, { fault, cause: font, badness: borrowed.length }));
    }
    if (missing.length > 0) {
      const fault = { code: 'missing-letters', letters: join(missing) } as const;
      found.push(reportWords(sight, run, { fault, cause: fault.letters, badness: missing.length }));
    }
    return found;
  });
}

/** Reports words; those of the talk at the head and foot of its slides are one fault of one key. */
function reportWords(sight: Sight, run: TextRun, details: Details): Finding {
  const finding = reportText(sight, run, details);
  const key = KEYS.find(([selector]) => run.element.closest(selector))?.[1];
  return key ? { ...finding, key } : finding;
}

function join(letters: readonly string[]): string {
  return letters.slice(0, MAX_LETTERS).join('') + (letters.length > MAX_LETTERS ? '\u2026' : '');
}

/** Lists the letters of a text that its declared faces lack. */
function listForeign({ text, style }: TextRun): string[] {
  const letters = [...new Set(text.match(UNUSUAL))];
  if (letters.length === 0) return [];
  const families = new Set(style.fontFamily.split(',').map(unquote));
  const ranges = [...document.fonts]
    .filter(({ family, status }) => families.has(unquote(family)) && status !== 'error')
    .flatMap(readRanges);
  return letters.filter((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return !ranges.some(([first, last]) => code >= first && code <= last);
  });
}

function readRanges(face: FontFace): readonly Range[] {
  const known = rangesOf.get(face);
  if (known) return known;
  const ranges = [...face.unicodeRange.matchAll(RANGE)].map(
    ([, first = '', last = first]) =>
      [
        Number.parseInt(first.replaceAll('?', '0'), 16),
        Number.parseInt(last.replaceAll('?', 'F'), 16),
      ] as const,
  );
  // A fallback face shown while ours load is a font of the machine.
  const own = STAND_IN.test(unquote(face.family)) ? [] : ranges;
  rangesOf.set(face, own);
  return own;
}

/** Reports whether a letter is drawn as the missing-character box. */
function isBox(letter: string, { style }: TextRun): boolean {
  const font = `${style.fontStyle} ${style.fontWeight} ${SIZE}px ${style.fontFamily}`;
  return draw(letter, font) === draw(UNASSIGNED, font);
}

function draw(letter: string, font: string): string {
  const key = `${font} ${letter}`;
  const known = pictures.get(key);
  if (known !== undefined) return known;
  const canvas = new OffscreenCanvas(2 * SIZE, 2 * SIZE);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return letter;
  context.font = font;
  context.fillText(letter, SIZE / 2, 1.4 * SIZE);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const picture = data.filter((_, index) => index % 4 === 3).join(',');
  pictures.set(key, picture);
  return picture;
}

function unquote(family: string): string {
  return family.trim().replace(/^["']|["']$/g, '');
}
