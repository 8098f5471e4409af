import type { Problem, Span } from '../../model/problem.ts';

/** Two colours of a theme: what they have, and what they need. */
export interface ColourPair {
  one: string;
  other: string;
  mode: string;
  /** For whom they are compared; absent for all viewers. */
  sight?: string;
  value: number;
  least: number;
  /** The two colours as hexadecimal digits. */
  colours: string;
}

/** Reports words or shapes of a theme that are too faint on their ground. */
export function themeContrast(pair: ColourPair, theme: string, span?: Span): Problem {
  const { one, other, mode, value, least, colours } = pair;
  return {
    code: 'theme-contrast',
    severity: 'error',
    message: `Theme "${theme}", ${mode}: "${one}" on "${other}" has a contrast of ${print(value)}:1, and needs ${least}:1.`,
    hint: `They are ${colours}. Make "${one}" ${mode === 'dark' ? 'lighter' : 'darker'}, or its ground the other way.`,
    ...(span && { span }),
  };
}

/** Reports two series of charts that are hard to tell apart. */
export function themeAlike(pair: ColourPair, theme: string, span?: Span): Problem {
  const { one, other, mode, sight, value, least, colours } = pair;
  const how =
    sight === undefined
      ? `in greyscale are ${print(value)} steps of lightness apart`
      : `are ${print(value)} steps of colour apart for people with ${sight}`;
  return {
    code: 'theme-alike',
    severity: 'error',
    message: `Theme "${theme}", ${mode}: "${one}" and "${other}" ${how}, and need ${least}.`,
    hint: `They are ${colours}. Make one of them lighter or darker: all viewers see lightness, on paper and on a washed-out projector too.`,
    ...(span && { span }),
  };
}

/** Rounds down, so that what is too little never looks enough. */
function print(value: number): string {
  return String(Math.floor(value * 100) / 100);
}
