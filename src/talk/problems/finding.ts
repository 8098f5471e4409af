import {
  blockNotDrawn,
  contentClipped,
  contentOverflow,
  leftOut,
  lowContrast,
  neverSeen,
  fontOfMachine,
  missingFont,
  missingLetters,
  pageFault,
  smallText,
  textOverlap,
  unnamedPicture,
} from './screen-problems.ts';
import type { Problem, Span } from '../model/problem.ts';

/** The view in which a slide was measured. */
export interface Look {
  view: 'deck' | 'print';
  mode: 'light' | 'dark';
  step: number;
}

/** An edge of the slide or of its content area. */
export type Edge = 'top' | 'right' | 'bottom' | 'left' | 'foot';

/** A fault that is only visible after layout. */
export type Fault =
  | { code: 'content-overflow'; edge: Edge; pixels: number }
  | { code: 'content-clipped'; pixels: number }
  | { code: 'text-overlap'; other: string }
  | { code: 'small-text' | 'small-diagram'; pixels: number; least: number }
  | { code: 'low-contrast'; ratio: number; least: number; colours: string }
  | { code: 'unnamed-picture' }
  | { code: 'missing-font'; family: string }
  /** Letters that no font of the machine has. */
  | { code: 'missing-letters'; letters: string }
  /** Letters in a font of the machine, where a package has them. */
  | { code: 'font-of-machine'; letters: string; font: string }
  | { code: 'block-not-drawn'; reason: string }
  /** Rows, small charts or names of a chart that have no room. */
  | { code: 'left-out'; shown: number; all: number; things: string }
  /** Text that one view shows at no step. */
  | { code: 'never-seen' }
  /** A dialog, a script that failed, or something that the page's policy blocked. */
  | { code: 'page-fault'; reason: string };

/** A fault on a slide, as reported by a page. */
export interface Finding {
  /** Id of the slide; empty where it is not known. */
  slide: string;
  /** Id of its block; null outside blocks. */
  block: string | null;
  /** Subject of the sentence: `"Some words"`, `The picture "crab.svg"`. */
  what: string;
  /** The text there, to find it in the source; empty for none. */
  words: string;
  fault: Fault;
  /** The key of the talk that these words are, on all of its slides; absent for words of a slide. */
  key?: 'title' | 'event' | 'footer' | 'header';
  /** Key of the cause; of findings with the same slide, code and cause, the worst is reported. */
  cause: string;
  /** Severity among findings of its kind. */
  badness: number;
  /** Number of findings with this cause. */
  count: number;
  looks: Look[];
}

/** Merges findings with one cause: the worst is reported, with all views that show it. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { slide, block, cause, fault, key } = finding;
    const place = [key === undefined ? slide : '', key, block, fault.code, cause].join('\n');
    const last = merged.get(place);
    merged.set(place, last ? joinTwo(last, finding) : finding);
  }
  return [...merged.values()];
}

function joinTwo(a: Finding, b: Finding): Finding {
  const worst = b.badness > a.badness ? b : a;
  const isSameLook = b.looks.every((look) => a.looks.some((other) => isEqual(look, other)));
  // The same finding in another view does not count again.
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

/** Converts a finding to a problem in the author's files. */
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
    case 'small-diagram':
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
    case 'left-out':
      return leftOut(fault, subject);
    case 'never-seen':
      return neverSeen(subject);
    case 'page-fault':
      return pageFault(fault, subject);
  }
}

/** Returns in which views a finding occurs; empty for all. */
function printLooks(looks: readonly Look[]): string {
  if (looks.length > 0 && looks.every(({ view }) => view === 'print')) return ' in print';
  const steps = looks.filter(({ view }) => view === 'deck').map(({ step }) => step);
  const first = Math.min(...steps);
  return Number.isFinite(first) && first > 0 ? ` at step ${first}` : '';
}
