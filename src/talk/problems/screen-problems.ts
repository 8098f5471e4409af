import type { Problem, Span } from '../model/problem.ts';
import { LARGER_DIAGRAM } from './diagram/diagram-problems.ts';

/** The subject of a finding: `what` begins the sentence, `more` counts similar ones, `when` states the view. */
interface Subject {
  what: string;
  more: number;
  when: string;
  span?: Span | undefined;
}

function withMore({ what, more }: Subject): string {
  return more === 0 ? what : `${what}, like ${more} more,`;
}

function toPixels(value: number, least = 0): string {
  const isExact = value < 10 || Math.round(value) === least;
  return `${isExact ? Math.round(value * 10) / 10 : Math.round(value)} px`;
}

function placed({ span }: Subject): { span?: Span } {
  return span ? { span } : {};
}

/** Reports content beyond the edge of the slide. */
export function contentOverflow(
  { edge, pixels }: { edge: string; pixels: number },
  subject: Subject,
): Problem {
  const by = toPixels(pixels);
  const where =
    edge === 'foot'
      ? `reaches ${by} into the slide's foot`
      : `leaves the slide by ${by} at the ${edge}`;
  return {
    code: 'content-overflow',
    severity: 'error',
    message: `${withMore(subject)} ${where}${subject.when}.`,
    hint: 'Shorten the slide, or make two of it.',
    ...placed(subject),
  };
}

/** Reports content clipped by its box. */
export function contentClipped({ pixels }: { pixels: number }, subject: Subject): Problem {
  return {
    code: 'content-clipped',
    severity: 'error',
    message: `${withMore(subject)} is cut off by ${toPixels(pixels)} in its box${subject.when}.`,
    hint: 'Slides do not scroll: shorten it, or give it more room.',
    ...placed(subject),
  };
}

/** Reports two overlapping texts. */
export function textOverlap({ other }: { other: string }, subject: Subject): Problem {
  return {
    code: 'text-overlap',
    severity: 'error',
    message: `${withMore(subject)} lies over ${other}${subject.when}.`,
    hint: 'Shorten one of the two, or give them more room.',
    ...placed(subject),
  };
}

/** Reports text that is too small for the last row. */
export function smallText(
  { code, pixels, least }: { code: 'small-text' | 'small-diagram'; pixels: number; least: number },
  subject: Subject,
): Problem {
  return {
    code,
    severity: 'error',
    message: `${withMore(subject)} is set in ${toPixels(pixels, least)}${subject.when}; the minimum is ${least} px on a slide 1280 px wide.`,
    hint: code === 'small-text' ? 'Use fewer words in larger letters.' : LARGER_DIAGRAM,
    ...placed(subject),
  };
}

/** Reports text with too little contrast. */
export function lowContrast(
  { ratio, least, colours }: { ratio: number; least: number; colours: string },
  subject: Subject,
): Problem {
  return {
    code: 'low-contrast',
    severity: 'error',
    message: `${withMore(subject)} has a contrast of ${Math.floor(ratio * 100) / 100}:1${subject.when}; it needs ${least}:1.`,
    hint: `It is ${colours}.`,
    ...placed(subject),
  };
}

/** Reports a picture without alternative text on a laid-out slide. */
export function unnamedPicture(subject: Subject): Problem {
  return {
    code: 'unnamed-picture',
    severity: 'error',
    message: `${withMore(subject)} has no alternative text for people who cannot see it.`,
    hint: 'Give it alt="..."; alt="" where it only repeats the words beside it.',
    ...placed(subject),
  };
}

/** Reports a font that could not be loaded. */
export function missingFont({ family }: { family: string }, subject: Subject): Problem {
  return {
    code: 'missing-font',
    severity: 'error',
    message: `The font "${family}" could not be loaded, so ${subject.what} is set in another.`,
    hint: 'See whether the address in its @font-face rule leads to a file.',
    ...placed(subject),
  };
}

/** Reports letters in no font of the machine, which are shown as boxes. */
export function missingLetters({ letters }: { letters: string }, subject: Subject): Problem {
  return {
    code: 'missing-letters',
    severity: 'warning',
    message: `No font of this machine has "${letters}", so ${subject.what} shows boxes.`,
    hint: 'Write other letters, or bring a font that has them with a stylesheet of the talk ("css").',
    ...placed(subject),
  };
}

/** Reports letters in a font of the machine that an optional package provides. */
export function fontOfMachine(
  { letters, font }: { letters: string; font: string },
  subject: Subject,
): Problem {
  return {
    code: 'font-of-machine',
    severity: 'warning',
    message: `No font of the talk has "${letters}", so each machine shows ${subject.what} in a font of its own, or as boxes, and a PDF can hold drawings instead of letters.`,
    hint: `Install "${font}" in the project: all pages and exports then use it.`,
    ...placed(subject),
  };
}

/** Reports a block or picture that could not be drawn. */
export function blockNotDrawn({ reason }: { reason: string }, subject: Subject): Problem {
  return {
    code: 'block-not-drawn',
    severity: 'error',
    message: `${withMore(subject)} was not drawn${subject.when}: ${reason.replace(/\.$/, '')}.`,
    hint: 'Open the slide with "npm start": it shows the details.',
    ...placed(subject),
  };
}

/** Reports what a drawing has no room for: `shown` of `all` of some things. */
export function leftOut(
  { shown, all, things }: { shown: number; all: number; things: string },
  subject: Subject,
): Problem {
  return {
    code: 'left-out',
    severity: 'warning',
    message: `${withMore(subject)} has room for ${shown} of ${all} ${things}${subject.when}.`,
    hint: 'Give it a slide of its own or more "height", or show fewer with "limit" or "where".',
    ...placed(subject),
  };
}

/** Text is in the page, though neither the deck nor the print view shows it. */
export function neverSeen(subject: Subject): Problem {
  return {
    code: 'never-seen',
    severity: 'warning',
    message: `${withMore(subject)} is published though never seen: neither at any step nor in print.`,
    hint: 'A page gives away all it holds. Write it as notes, or as a remark: <!-- // ... -->.',
    ...placed(subject),
  };
}

/** A page did something beside drawing its slides: a dialog, a script that failed, or an address that its policy blocked. */
export function pageFault({ reason }: { reason: string }, subject: Subject): Problem {
  return {
    code: 'page-fault',
    severity: 'error',
    message: `${subject.what} reports: ${reason.replace(/\.$/, '')}.`,
    hint: 'Open the talk in a browser: its console says where this comes from.',
    ...placed(subject),
  };
}
