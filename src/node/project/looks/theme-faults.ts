import { parseColour } from '../../../talk/colour/colour.ts';
import { COLOURS, SIZES } from '../../../talk/model/look/tokens.ts';
import { nearestHint } from '../../../talk/problems/hints.ts';
import { findAboutFault, findUnknownKeys, type LookFault } from './look-fault.ts';
import { findFaceFaults, findFontFaults } from './font-faults.ts';
import { printValue } from '../../../talk/text/value/value-text.ts';
import { isRecord } from '../../../talk/text/value/record.ts';

const KEYS = 'name about light dark sizes fonts text mono layouts style'.split(' ');
const OTHER_COLOUR = /^var\(--([\w-]+)\)$/;
const COLOUR_HINT = 'Write it as in CSS: "#0b5cad", "rgb(11 92 173)", "oklch(0.48 0.15 255)".';
const COLOURS_HINT =
  'Colours are the variables without their dashes: paper, ink, accent, section-ground, chart-1, code-keyword, and so on';

/** Lists what is wrong with the keys of a theme, without its files. */
export function findThemeFaults(theme: Record<string, unknown>): LookFault[] {
  return [
    ...findUnknownKeys(theme, { names: KEYS, words: 'A theme has' }),
    ...findAboutFault(theme, 'what it is for'),
    ...(['light', 'dark'] as const).flatMap((mode) => findColourFaults(theme[mode], mode)),
    ...findSizeFaults(theme['sizes']),
    ...findFontFaults(theme['fonts']),
    ...(['text', 'mono'] as const).flatMap((key) => findFaceFaults(theme, key)),
  ];
}

function findColourFaults(colours: unknown, mode: string): LookFault[] {
  if (colours === undefined) return [];
  const hint = `Write ${mode}: { accent: "#0b5cad" }.`;
  if (!isRecord(colours)) return [{ path: [mode], what: `has "${mode}" that is no object`, hint }];
  return Object.entries(colours).flatMap(([name, value]) => {
    const path = [mode, name];
    if (!COLOURS.some((one) => one === name)) {
      const plain = toName(name);
      return {
        path,
        what: `has no colour "${name}"`,
        hint: nearestHint(plain, COLOURS, COLOURS_HINT),
      };
    }
    const other = typeof value === 'string' ? OTHER_COLOUR.exec(value.trim())?.[1] : undefined;
    if (other !== undefined && other !== name && COLOURS.some((one) => one === other)) return [];
    if (typeof value === 'string' && parseColour(value)) return [];
    return {
      path,
      what: `has "${mode}.${name}: ${printValue(value)}", which is no colour`,
      hint: COLOUR_HINT,
    };
  });
}

function findSizeFaults(sizes: unknown): LookFault[] {
  if (sizes === undefined) return [];
  const hint = 'Write sizes: { "text-title": 50 }.';
  if (!isRecord(sizes)) return [{ path: ['sizes'], what: 'has "sizes" that is no object', hint }];
  const names = Object.keys(SIZES);
  return Object.entries(sizes).flatMap(([name, value]) => {
    const path = ['sizes', name];
    if (!names.includes(name)) {
      const all = `Sizes are ${names.join(', ')}`;
      return { path, what: `has no size "${name}"`, hint: nearestHint(toName(name), names, all) };
    }
    if (typeof value === 'number' && Number.isFinite(value)) return [];
    const unit = SIZES[name as keyof typeof SIZES] || 'none';
    const what = `has "sizes.${name}: ${printValue(value)}", which is no number`;
    return { path, what, hint: `Write the number alone, such as 50; its unit is ${unit}.` };
  });
}

/** Reads another spelling of a name, such as `--accent` and `accentInk`. */
function toName(written: string): string {
  return written.replace(/^--/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
