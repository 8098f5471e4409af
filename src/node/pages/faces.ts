import type { Rolldown } from 'vite';
import type { Slide, Talk } from '../../talk/model/talk.ts';

const TEXT = '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin';
const MONO = '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin';
/** Faces that a page shows at once. */
const FIRST = [`${TEXT}-400-normal.woff2`, `${TEXT}-600-normal.woff2`];
const CODE = `${MONO}-400-normal.woff2`;
const HAS_CODE = /<(?:code|pre|kbd)\b/;
const FACE = /@font-face\s*\{[^}]*\}/g;
const RANGE = /U\+([\dA-F?]+)(?:-([\dA-F]+))?/gi;
/** Letters that are written as numbers: `&#8594;`, `&#x2192;`, `\u{2192}`, `\2192`, `\u2192`. */
const WRITTEN = /&#(\d+)|(?:&#x|\\u\{|\\)([\dA-F]+)|\\u([\dA-F]{4})/gi;
/** Letters that are written as names, other than those that every page has. */
const NAMED = /(?<!&)&(?!amp;|lt;|gt;|quot;|apos;|nbsp;)[a-z]{2,}\d*;/i;

/** Lists the faces that the index shows, by their paths among packages. */
export const INDEX_FACES: readonly string[] = [...FIRST, CODE];

/** Lists the faces that a talk shows first, by their paths among packages. */
export function listFirstFaces({ slides: [first], ownLook }: Talk): readonly string[] {
  return listFaces({ slides: first ? [first] : [], ...(ownLook && { ownLook }) });
}

/** Lists the faces that slides certainly show, by their paths among packages; none where a theme brings its own. */
export function listFaces({
  slides,
  ownLook,
}: { slides: readonly Pick<Slide, 'html'>[] } & Pick<Talk, 'ownLook'>): readonly string[] {
  if (ownLook?.theme?.text !== undefined) return [];
  return slides.some(({ html }) => HAS_CODE.test(html)) ? [...FIRST, CODE] : FIRST;
}

/** Lists the built files of faces; skips faces that a build leaves out. */
export function findBuiltFaces(bundle: Rolldown.OutputBundle, faces: readonly string[]): string[] {
  const parts = Object.values(bundle).filter((part) => part.type === 'asset');
  return faces.flatMap((face) => {
    const found = parts.find(({ originalFileNames }) =>
      originalFileNames.some((name) => name.replaceAll('\\', '/').endsWith(face)),
    );
    return found ? [found.fileName] : [];
  });
}

/** Removes faces from a stylesheet when neither the stylesheet nor the page has one of their letters. */
export function dropUnusedFaces(style: string, markup: string, others: string): string {
  if (NAMED.test(markup)) return style;
  const text = style + markup + others;
  const letters = new Set(Array.from(new Set(text), (letter) => letter.codePointAt(0) ?? 0));
  for (const [, decimal, free, four] of text.matchAll(WRITTEN))
    letters.add(decimal ? Number(decimal) : Number.parseInt(free ?? four ?? '', 16));
  const sorted = [...letters].sort((a, b) => a - b);
  return style.replace(FACE, (face) => {
    const ranges = [...face.slice(face.indexOf('unicode-range')).matchAll(RANGE)];
    return ranges.length === 0 || ranges.some((range) => holdsAny(range, sorted)) ? face : '';
  });
}

/** Returns whether one of the sorted letters is in a CSS `unicode-range`: `U+41`, `U+41-5A`, `U+4??`. */
function holdsAny(
  [, first = '', last = first]: RegExpExecArray,
  letters: readonly number[],
): boolean {
  const least = Number.parseInt(first.replaceAll('?', '0'), 16);
  const most = Number.parseInt(last.replaceAll('?', 'F'), 16);
  return letters.some((letter) => letter >= least && letter <= most);
}
