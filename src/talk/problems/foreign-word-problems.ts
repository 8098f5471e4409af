import type { Problem, Span } from '../model/problem.ts';
import { foreignSyntax } from './foreign-problems.ts';

/** Describes a link between pages in double brackets. */
export function foreignWikiLink(sign: string, span: Span): Problem {
  const isPicture = sign.startsWith('!');
  const inside = sign.replaceAll(/^!?\[\[|\]\]$/g, '');
  const [target = '', label = target] = inside.split('|');
  const isContents = /^_?_?toc_?_?$/i.test(inside);
  const hint = isContents
    ? `It is shown as it is written. ${CONTENTS}`
    : isPicture
      ? `It is shown as it is written. Write ![what it shows](${target}).`
      : `It is shown as it is written. Write [${label}](address), or [${label}](#id) for a slide.`;
  return foreignSyntax({ sign, what: 'a link of wikis and Obsidian', hint }, span);
}

const CONTENTS =
  'Write a list of links, such as [Results](#results); the key O shows all slides of a deck.';

/** Describes text between double plus signs. */
export function foreignInserted(sign: string, span: Span): Problem {
  const hint = `It is shown as it is written. Write <ins>${sign.slice(2, -2)}</ins>.`;
  return foreignSyntax({ sign, what: 'an insertion of markdown-it', hint }, span);
}

/** Describes a template tag as in Liquid, or a shortcode of Hugo or Quarto. */
export function foreignTemplate(sign: string, span: Span): Problem {
  const isShortcode = sign.startsWith('{{');
  const what = isShortcode ? 'a shortcode of Hugo and Quarto' : 'a tag of Jekyll and its templates';
  const name = /^\{[{%][<%-]?\s*([\w-]+)/.exec(sign)?.[1] ?? '';
  const hint = `It is shown as it is written. ${TEMPLATES[name] ?? 'Write what it stands for.'}`;
  return foreignSyntax({ sign, what, hint }, span);
}

/** Describes an inline LaTeX command. */
export function foreignLatex(sign: string, span: Span): Problem {
  const name = /^\\([A-Za-z]+)/.exec(sign)?.[1] ?? '';
  const hint = LATEX[name] ?? 'It is shown as it is written. Use Markdown, or HTML.';
  return foreignSyntax({ sign, what: 'a command of LaTeX', hint }, span);
}

/** Describes text in brackets with attributes in braces. */
export function foreignSpan(sign: string, span: Span): Problem {
  const [, words = '', attributes = ''] = /^\[([^\]]*)\]\{(.*)\}$/s.exec(sign) ?? [];
  const names = [...attributes.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
  const tag = names.length > 0 ? `<span class="${names.join(' ')}">` : '<span>';
  const hint = `The text is shown alone. Write ${tag}${words}</span>.`;
  return foreignSyntax({ sign, what: 'a span of Pandoc and Quarto', hint }, span);
}

/** Describes the brackets of LaTeX around a formula. */
export function foreignFormula(sign: string, span: Span): Problem {
  const signs = sign === '\\(' ? '"$" on each side of it' : '"$$" above and below it';
  const hint = `Write the formula with ${signs}. Until then its backslashes before signs are left out.`;
  return foreignSyntax({ sign, what: 'the beginning of a formula of LaTeX', hint }, span);
}

/** Describes the mark in brackets with which Deckset enlarges a heading. */
export function foreignFit(sign: string, span: Span): Problem {
  const hint =
    'It is left out: titles take the size that fits. "layout: statement" shows one large.';
  return foreignSyntax({ sign, what: 'a modifier of Deckset', hint }, span);
}

/** Describes a fence that other programs render as a diagram. */
export function foreignDiagram(name: string, span: Span): Problem {
  const hint = `Its text is shown as code. Write it in Mermaid or in dot, or name a program that draws it in vite.config.ts: rostrum({ diagrams: { ${name}: '...' } }).`;
  return foreignSyntax({ sign: name, what: 'a language of diagrams', hint }, span);
}

/** Checks whether a fence of this language contains a diagram. */
export function isDiagram(name: string): boolean {
  return DIAGRAMS.has(name.toLowerCase());
}

/** Describes a comment with slide attributes of reveal.js; an error when it hides the slide there. */
export function foreignSlideComment(words: string, span: Span): Problem {
  const hints = [...words.matchAll(ATTRIBUTES)].map(([, name = '', double, single, bare]) => {
    const value = double ?? single ?? bare ?? '';
    return SLIDE_ATTRIBUTES.find(([pattern]) => pattern.test(name))?.[1](value) ?? OTHER;
  });
  const hint = [...new Set(hints.length > 0 ? hints : [OTHER])].join(' ');
  const what = 'how reveal.js sets attributes of a slide';
  const problem = foreignSyntax({ sign: words, what, hint }, span);
  return HIDES_SLIDE.test(words) ? { ...problem, severity: 'error' } : problem;
}

/** Without this attribute the slide would be published. */
const HIDES_SLIDE = /\sdata-visibility\s*=\s*["']?hidden/i;
const OTHER = 'It is left out. What concerns a slide is set in its front matter.';
const write =
  (key: string) =>
  (value: string): string =>
    `Write ${key}: ${/[#:,\s]/.test(value) ? JSON.stringify(value) : value} into the front matter of the slide.`;
const ATTRIBUTES = /(?<=\s)([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi;
const SLIDE_ATTRIBUTES: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/^data-background(?:-color|-image|-gradient)?$/, write('background')],
  [/^data-background-(?:video|iframe)/, () => 'Put a <video> or an <iframe> on the slide.'],
  [/^data-background-/, () => 'A background fills its slide.'],
  [/^class$/, write('class')],
  [/^id$/, write('id')],
  [/^data-visibility$/, write('visibility')],
  [/^data-timing$/, write('time')],
  [/^data-notes$/, () => 'Write "Note:" and the words at the end of the slide.'],
  [/^data-transition/, () => 'Slides change at once.'],
];
const TEMPLATES: Readonly<Record<string, string>> = {
  include: 'Slides come from other files with "src".',
  youtube: 'Put an <iframe> or a link on the slide.',
  video: 'Put a <video> on the slide.',
  figure: 'Write ![what it shows](picture.png).',
  highlight: 'Write a fence of three backticks.',
  pagebreak: 'Begin each slide with a line "---".',
};
const PAGE = 'It is left out. Begin each slide with a line "---".';
const LATEX: Readonly<Record<string, string>> = {
  newpage: PAGE,
  pagebreak: PAGE,
  clearpage: PAGE,
  cleardoublepage: PAGE,
  pause: 'Write <!-- pause -->, which it is taken for.',
  textbf: 'It is shown as it is written. Write **text**.',
  textit: 'It is shown as it is written. Write *text*.',
  emph: 'It is shown as it is written. Write *text*.',
  texttt: 'It is shown as it is written. Write `text`.',
  href: 'It is shown as it is written. Write [text](address).',
  url: 'It is shown as it is written. Write <https://...>.',
  includegraphics: 'It is shown as it is written. Write ![what it shows](picture.png).',
  note: 'It is shown as it is written. Write "Note:" and the words at the end of the slide.',
};
const DIAGRAMS = new Set(
  'mermaid plantuml puml dot graphviz d2 ditaa nomnoml vega vega-lite wavedrom blockdiag seqdiag erd pikchr svgbob bytefield'.split(
    ' ',
  ),
);
