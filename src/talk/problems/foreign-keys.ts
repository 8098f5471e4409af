import type { Problem, Span } from '../model/problem.ts';
import { foreignSyntax } from './foreign-problems.ts';

const LAYOUT = 'Write "layout" or "class" into the front matter of the slide.';
const BACKGROUND = 'Write "background" into the front matter of the slide.';
const STYLES =
  'Write rules into a stylesheet, and name it with "css" in the front matter of the talk.';
const WORDS =
  'Write it into the front matter: of the talk for all slides, of a slide for itself; "off" is none.';
const NUMBER =
  'Slides have a number by themselves; write "pagination: false" or "pagination: n/N" into the front matter.';
const NOTES = 'It is left out. Write "Note:" and the words at the end of the slide.';
const COVER = 'Take it out: every talk has that.';

/** Directives of Marp and their equivalents. */
export const MARP_DIRECTIVES: Readonly<Record<string, string>> = {
  marp: 'Take it out.',
  class: LAYOUT,
  backgroundColor: BACKGROUND,
  backgroundImage: BACKGROUND,
  backgroundPosition: BACKGROUND,
  backgroundRepeat: BACKGROUND,
  backgroundSize: BACKGROUND,
  color: STYLES,
  style: STYLES,
  theme: 'Themes are named with "theme" in the front matter of the talk.',
  footer: WORDS,
  header: WORDS,
  paginate: NUMBER,
  headingDivider: 'Begin each slide with a line "---".',
  math: 'Take it out: formulas between dollar signs are typeset by KaTeX.',
  size: 'Write "aspect: 4:3" for slides that are not 16:9.',
  transition: 'Take it out: slides change at once, or glide with "transition: morph" of a slide.',
};

/** Keys of other programs in the front matter of a talk. */
const TALK: Readonly<Record<string, readonly [program: string, hint: string]>> = {
  ...Object.fromEntries(
    Object.entries(MARP_DIRECTIVES).map(([key, hint]) => [key, ['Marp', hint] as const]),
  ),
  author: ['other programs', 'Write "speaker".'],
  authors: ['other programs', 'Write "speaker".'],
  institute: ['Pandoc', 'Write "affiliation".'],
  lang: ['other programs', 'Write "language".'],
  venue: ['other programs', 'Write "place" or "event".'],
  aspectRatio: ['Slidev', 'Write "aspect: 4:3" for slides that are not 16:9.'],
  canvasWidth: ['Slidev', COVER],
  colorSchema: ['Slidev', 'Write "dark: true" for a dark talk; each viewer can switch.'],
  download: ['Slidev', 'Take it out: "rostrum export" writes the PDF.'],
  drawings: ['Slidev', COVER],
  exportFilename: ['Slidev', 'Name the file with "rostrum export -o".'],
  fonts: ['Slidev', STYLES],
  highlighter: ['Slidev', 'Take it out: code is coloured when the talk is built.'],
  info: ['Slidev', 'Write "description".'],
  keywords: ['other programs', 'Write "tags".'],
  lineNumbers: ['Slidev', 'Write {startLine=1} behind the language of a fence.'],
  mdc: ['Slidev', COVER],
  comark: ['Slidev', COVER],
  monaco: ['Slidev', COVER],
  routerMode: ['Slidev', COVER],
  selectable: ['Slidev', COVER],
  themeConfig: ['Slidev', STYLES],
  titleTemplate: ['Slidev', COVER],
  highlightTheme: ['reveal-md', STYLES],
  revealOptions: ['reveal-md', COVER],
  separator: ['reveal-md', 'Begin each slide with a line "---".'],
  verticalSeparator: ['reveal-md', 'Begin each slide with a line "---".'],
  output: ['R Markdown', 'Take it out: "rostrum export" makes files.'],
  format: ['Quarto', 'Take it out: "rostrum export" makes files.'],
  fontsize: ['Pandoc', STYLES],
  'slide-level': ['Pandoc', 'Begin each slide with a line "---".'],
};

/** Keys of other programs in the front matter of a slide. */
const SLIDE: Readonly<Record<string, readonly [program: string, hint: string]>> = {
  clickAnimation: ['Slidev', 'Take it out: steps appear at once.'],
  layoutClass: ['Slidev', 'Write "class".'],
  clicks: ['Slidev', 'Take it out: steps are counted by themselves.'],
  clicksStart: ['Slidev', 'Take it out: steps are counted by themselves.'],
  dragPos: ['Slidev', STYLES],
  hide: ['Slidev', 'Write "visibility: hidden".'],
  disabled: ['Slidev', 'Write "visibility: hidden".'],
  hideInToc: ['Slidev', 'Take it out.'],
  level: ['Slidev', 'Take it out: a section begins with "layout: section".'],
  routeAlias: ['Slidev', 'Write "id".'],
  preload: ['Slidev', COVER],
  image: ['Slidev', 'Write the picture into the slide, or "background".'],
  url: ['Slidev', 'Make the address a link on the slide.'],
  zoom: ['Slidev', STYLES],
  notes: ['other programs', NOTES],
  note: ['other programs', NOTES],
  speakerNotes: ['other programs', NOTES],
  name: ['remark', 'Write "id".'],
  template: ['remark', 'Bring a slide from elsewhere with "src".'],
  count: ['remark', 'Write "visibility: uncounted".'],
  exclude: ['remark', 'Write "visibility: hidden".'],
};

/** Keys that hide a slide in other programs; ignoring them would publish the slide. */
const HIDING = new Set(['hide', 'disabled', 'exclude']);

/** Describes a front matter key of another program; null for an unknown key. */
export function foreignKey(key: string, owner: 'talk' | 'slide', span: Span): Problem | null {
  const keys = owner === 'talk' ? TALK : SLIDE;
  if (!Object.hasOwn(keys, key)) return null;
  const [program, hint] = keys[key] ?? ['', ''];
  const problem = foreignSyntax({ sign: key, what: `a key of ${program}`, hint }, span);
  return HIDING.has(key) ? { ...problem, severity: 'error' } : problem;
}

/** Describes a layout of another program or of one of its themes. */
export function foreignLayout(name: string, names: readonly string[], span: Span): Problem {
  const hint = LAYOUTS[name];
  const what = hint === undefined ? 'a layout of another program' : 'a layout of Slidev';
  return foreignSyntax(
    { sign: name, what, hint: hint ?? `${OWN_LAYOUT} Layouts are ${names.join(', ')}.` },
    span,
  );
}

/** Describes a transition of another program. */
export function foreignTransition(name: string, span: Span): Problem {
  const hint =
    'It is left out: slides change at once, or with "transition: morph", by which headings glide.';
  return foreignSyntax({ sign: name, what: 'a transition of another program', hint }, span);
}

/** Describes a set of classes from Slidev. */
export function foreignStyles(name: string, span: Span): Problem {
  return foreignSyntax({ sign: name, what: 'a set of classes of Slidev', hint: STYLES }, span);
}

/** Reports whether a layout of Slidev has another name here. */
export function isForeignLayout(name: string): boolean {
  return Object.hasOwn(LAYOUTS, name);
}

const OWN_LAYOUT =
  'The slide has the layout "default". Name one that there is, or define it with defineLayout.';
const LAYOUTS: Readonly<Record<string, string>> = {
  'two-cols': 'Write "two-columns"; the second column begins at "::right::".',
  'two-cols-header': 'Write "two-columns"; the second column begins at "::right::".',
  'image-right': 'Write "picture-right", and the picture into the slide.',
  'image-left': 'Write "picture-left", and the picture into the slide.',
  image: 'Write "picture", and the picture into the slide.',
  intro: 'Write "cover".',
  fact: 'Write "statement".',
  full: 'Write "default".',
  none: 'Write "default".',
  iframe: 'Put an <iframe> on the slide, or a picture of the page.',
  'iframe-right': 'Put an <iframe> on the slide, or a picture of the page.',
  'iframe-left': 'Put an <iframe> on the slide, or a picture of the page.',
};
