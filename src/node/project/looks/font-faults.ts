import { nearestHint } from '../../../talk/problems/hints.ts';
import { findUnknownKeys, isText, type LookFault } from './look-fault.ts';
import { isRecord } from '../../../talk/text/value/record.ts';

const KEYS = ['family', 'file', 'licence', 'weight', 'italic', 'range'];
const FACE = /^[\w][\w .-]*$/;
const OURS = /^IBM Plex (?:Sans|Mono)$/;
const RANGE = /^U\+[\da-f?]+(?:-[\da-f]+)?(?:\s*,\s*U\+[\da-f?]+(?:-[\da-f]+)?)*$/i;
const LICENCE = 'Name it as its licence file does, such as "OFL-1.1".';
const NEEDS_FILES = 'A face needs its files in "fonts", so that it looks the same everywhere';

/** Lists what is wrong with the fonts of a theme. */
export function findFontFaults(fonts: unknown): LookFault[] {
  if (fonts === undefined) return [];
  const hint = 'Write fonts: [{ family: "Inter", file: "./inter.woff2", licence: "OFL-1.1" }].';
  if (!Array.isArray(fonts))
    return [{ path: ['fonts'], what: 'has "fonts" that is no list', hint }];
  return fonts.flatMap((font: unknown, index): LookFault[] => {
    const path = ['fonts', index];
    if (!isRecord(font)) return [{ path, what: `has "fonts[${index}]" that is no object`, hint }];
    const { family, licence, weight, italic, range } = font;
    const wrong = (key: string, what: string, more = hint): LookFault => ({
      path: [...path, key],
      what: `has "fonts[${index}]" ${what}`,
      hint: more,
    });
    return [
      ...findUnknownKeys(font, { names: KEYS, path, words: 'A font has' }),
      ...(isFace(family) ? [] : [wrong('family', 'without the name of its "family"')]),
      ...(isText(licence) ? [] : [wrong('licence', 'without its "licence"', LICENCE)]),
      ...(weight === undefined || isWeight(weight)
        ? []
        : [wrong('weight', 'with a wrong "weight"')]),
      ...(italic === undefined || typeof italic === 'boolean'
        ? []
        : [wrong('italic', 'with "italic" that is not true or false')]),
      ...(range === undefined || (typeof range === 'string' && RANGE.test(range))
        ? []
        : [wrong('range', 'with a wrong "range"', 'Write it as in CSS: "U+0-24F, U+1E00-1EFF".')]),
    ];
  });
}

/** Reports a face of text or code that the theme does not bring. */
export function findFaceFaults(theme: Record<string, unknown>, key: 'text' | 'mono'): LookFault[] {
  const { [key]: face, fonts, style } = theme;
  if (face === undefined) return [];
  const path = [key];
  if (!isFace(face)) {
    return [{ path, what: `has "${key}" that is no name of a face`, hint: 'Write text: "Inter".' }];
  }
  const families = (Array.isArray(fonts) ? fonts : []).flatMap((font: unknown) =>
    isRecord(font) && typeof font['family'] === 'string' ? font['family'] : [],
  );
  if (style !== undefined || families.includes(face) || OURS.test(face)) return [];
  const hint = nearestHint(face, families, NEEDS_FILES);
  return [{ path, what: `has "${key}: ${face}", and no font of that family`, hint }];
}

function isWeight(value: unknown): boolean {
  return typeof value === 'number' && value >= 1 && value <= 1000;
}

function isFace(value: unknown): value is string {
  return typeof value === 'string' && FACE.test(value);
}
