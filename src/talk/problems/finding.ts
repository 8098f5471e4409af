import {
  blockNotDrawn,
  contentClipped,
  contentOverflow,
  lowContrast,
  neverSeen,
  fontOfMachine,
  missingFont,
  missingLetters,
  smallText,
  textOverlap,
  unnamedPicture,
} from './screen-problems.ts';
import type { Problem, Span } from '../model/problem.ts';

/** How a slide was shown when it was measured. */
export interface Look {
  view: 'deck' | 'print';
  mode: 'light' | 'dark';
  step: number;
}

/** Where something leaves the slide, or the part of it that is for content. */
export type Edge = 'top' | 'right' | 'bottom' | 'left' | 'foot';

/** What shows only once a slide is laid out. */
export type Fault =
  | { code: 'content-overflow'; edge: Edge; pixels: number }
  | { code: 'content-clipped'; pixels: number }
  | { code: 'text-overlap'; other: string }
  | { code: 'small-text'; pixels: number; least: number }
  | { code: 'low-contrast'; ratio: number; least: number; colours: string }
  | { code: 'unnamed-picture' }
  | { code: 'missing-font'; family: string }
  /** Letters that no font of the machine has. */
  | { code: 'missing-letters'; letters: string }
  /** Letters in a font of the machine, where a package has them. */
  | { code: 'font-of-machine'; letters: string; font: string }
  | { code: 'block-not-drawn'; reason: string }
  /** Text that one view shows at no step. */
  | { code: 'never-seen' };

/** A fault on a slide, as a page reports it. */
export interface Finding {
  /** Id of the slide. */
  slide: string;
  /** Id of the block it is in; null outside of blocks. */
  block: string | null;
  /** What is at fault, as the beginning of a sentence: `"Some words"`, `The picture "crab.svg"`. */
  what: string;
  /** Words that stand there, to find them in the source; empty for none. */
  words: string;
  fault: Fault;
  /** Findings of one slide and code with one cause; the worst stands for all. */
  cause: string;
  /** How bad it is among its like. */
  badness: number;
  /** How many of one cause there are. */
  count: number;
  looks: Look[];
}

/** Joins findings that have one cause: the worst stands for all, with every look it was seen in. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { slide, block, cause, fault } = finding;
    const key = [slide, block, fault.code, cause].join('\n');
    const last = merged.get(key);
    merged.set(key, last ? joinTwo(last, finding) : finding);
  }
  return [...merged.values()];
}

function joinTwo(a: Finding, b: Finding): Finding {
  const worst = b.badness > a.badness ? b : a;
  const isSameLook = b.looks.every((look) => a.looks.some((other) => isEqual(look, other)));
  // The same thing seen again in another look is no second thing.
  const count = isSameLook ? a.count + b.count : Math.max(a.count, b.count);
  return { ...worst, count, looks: isSameLook ? a.looks : [...a.looks, ...b.looks] };
}

function isEqual(a: Look, b: Look): boolean {
  return a.view === b.view && a.mode === b.mode && a.step === b.step;
}

/** Checks whether a finding holds in the whole talk: what one view shows is seen. */
export function isOfAllViews({ fault, looks }: Finding): boolean {
  if (fault.code !== 'never-seen') return true;
  return (['deck', 'print'] as const).every((view) => looks.some((look) => look.view === view));
}

/** Reports what a finding is in words, as a problem of the author's files. */
export function toProblem({ what, fault, count, looks }: Finding, span?: Span): Problem {
  const subject = { what, more: count - 1, when: printLooks(looks), span };
  switch (fault.code) {
    case 'content-overflow':
      return contentOverflow(fault, subject);
    case 'content-clipped':
      return contentClipped(fault, subject);
    case 'text-overlap':
      return textOverlap(fault, subject);
    case 'small-text':
      return smallText(fault, subject);
    case 'low-contrast':
      return lowContrast(fault, { ...subject, when: ` in ${looks[0]?.mode ?? 'light'} mode` });
    case 'unnamed-picture':
      return unnamedPicture(subject);
    case 'missing-font':
      return missingFont(fault, subject);
    case 'missing-letters':
      return missingLetters(fault, subject);
    case 'font-of-machine':
      return fontOfMachine(fault, subject);
    case 'block-not-drawn':
      return blockNotDrawn(fault, subject);
    case 'never-seen':
      return neverSeen(subject);
  }
}

/** Reports in which looks something is seen; nothing for all of them. */
function printLooks(looks: readonly Look[]): string {
  if (looks.length > 0 && looks.every(({ view }) => view === 'print')) return ' in print';
  const steps = looks.filter(({ view }) => view === 'deck').map(({ step }) => step);
  const first = Math.min(...steps);
  return Number.isFinite(first) && first > 0 ? ` at step ${first}` : '';
}
