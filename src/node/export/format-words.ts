import { UsageError } from '../errors.ts';

/** The formats of an export. */
export const FORMATS = [
  'pdf',
  'handout',
  'notes',
  'png',
  'html',
  'md',
  'json',
  'pptx',
  'reveal',
] as const;

/** One of `FORMATS`. */
export type Format = (typeof FORMATS)[number];

/** Words of other programs for the formats of an export. */
const WORDS: Readonly<Record<string, Format>> = {
  ppt: 'pptx',
  powerpoint: 'pptx',
  keynote: 'pptx',
  images: 'png',
  image: 'png',
  pictures: 'png',
  jpg: 'png',
  jpeg: 'png',
  markdown: 'md',
  web: 'html',
  site: 'html',
  'reveal.js': 'reveal',
  revealjs: 'reveal',
};

/** Returns the format that a word means; null for none. */
export function meantFormat(word: string): Format | null {
  const plain = word.toLowerCase();
  const own = FORMATS.find((format) => format === plain);
  return own ?? (Object.hasOwn(WORDS, plain) ? (WORDS[plain] ?? null) : null);
}

/** Explains that a format stands where the name of a talk is expected. */
export function misplacedFormat(word: string, format: Format): UsageError {
  return new UsageError(
    `"${word}" is a format, and no talk is called so.`,
    `Write "npx rostrum export TALK -f ${format}".`,
  );
}
