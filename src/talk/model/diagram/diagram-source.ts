import type { Problem, Span } from '../problem.ts';

/** A diagram as its author wrote it: the language of its fence, and its text. */
export interface DiagramSource {
  language: string;
  text: string;
}

/** A drawn diagram, or why there is none. Lines are counted from 1 within the text. */
export type DiagramAnswer =
  | { kind: 'drawn'; svg: string }
  | { kind: 'faulty'; message: string; line: number | null }
  | { kind: 'undrawn'; toProblem: (span: Span) => Problem };

/**
 * The colours that drawing programs are given, and the colour of the theme that each becomes. The program computes with
 * a light palette; the page's mode decides what is seen.
 */
export const DIAGRAM_COLOURS = {
  paper: ['#fbf9f4', 'var(--paper)'],
  sunk: ['#f3efe7', 'var(--paper-sunk)'],
  raised: ['#fffefb', 'var(--paper-raised)'],
  rule: ['#dfd9cd', 'var(--rule)'],
  edge: ['#b9b1a3', 'var(--rule-strong)'],
  faint: ['#6e665b', 'var(--ink-faint)'],
  muted: ['#524c44', 'var(--ink-muted)'],
  ink: ['#1b1916', 'var(--ink)'],
  accent: ['#bf310a', 'var(--accent)'],
  wash: ['#f8e7dd', 'var(--accent-wash)'],
  hue1: ['#bf310b', 'var(--chart-1)'],
  hue2: ['#013e73', 'var(--chart-2)'],
  hue3: ['#008a81', 'var(--chart-3)'],
  hue4: ['#bb880f', 'var(--chart-4)'],
  hue5: ['#863774', 'var(--chart-5)'],
  hue6: ['#2b2722', 'var(--chart-6)'],
  wash1: ['#efd1c5', mix(1)],
  wash2: ['#c9d4da', mix(2)],
  wash3: ['#c9e3dd', mix(3)],
  wash4: ['#eee2c6', mix(4)],
  wash5: ['#e4d2da', mix(5)],
  wash6: ['#d1cfca', mix(6)],
} as const satisfies Record<string, readonly [given: string, shown: string]>;

function mix(hue: number): string {
  return `color-mix(in srgb,var(--chart-${hue}) 22%,var(--paper))`;
}

/** Elements of HTML that only set words in another way, which a drawing does not. */
export const WORD_TAGS =
  'a|b|big|center|code|del|div|em|font|i|ins|kbd|mark|p|pre|s|small|span|strong|sub|sup|u';

/** The size of text that drawing programs are given, in pixels. */
export const DIAGRAM_TEXT = 20;
