import type { Problem, Span } from '../model/problem.ts';
import { foreignSyntax } from './foreign-problems.ts';
import { MARP_DIRECTIVES } from './foreign-keys.ts';

/** Describes a comment that is a directive of Marp or presenterm; null for anything else. */
export function foreignComment(words: string, span: Span): Problem | null {
  const name = findDirective(words);
  if (name !== null) {
    const hint = MARP_DIRECTIVES[name.replace(/^_/, '')] ?? '';
    return foreignSyntax({ sign: words, what: 'a directive of Marp', hint }, span);
  }
  if (words === 'fit') {
    const hint = 'Take it out: titles take the size that fits their slide.';
    return foreignSyntax({ sign: words, what: 'a directive of Marp', hint }, span);
  }
  if (!PRESENTERM.test(words)) return null;
  const hint = 'Begin a slide with "---"; columns are containers: "::: columns".';
  return foreignSyntax({ sign: words, what: 'a command of presenterm', hint }, span);
}

/** Finds the first directive of a comment that contains only directives. */
function findDirective(words: string): string | null {
  const lines = words.split('\n').filter((line) => line.trim() !== '' && !/^\s/.test(line));
  const names = lines.map((line) => DIRECTIVE.exec(line.trim())?.[1] ?? '');
  const isMarp = names.every((name) => Object.hasOwn(MARP_DIRECTIVES, name.replace(/^_/, '')));
  return isMarp ? (names[0] ?? null) : null;
}

/** Describes a picture with directives of Marp in its alternative text. */
export function foreignPicture(
  { words, href }: { words: string; href: string },
  span: Span,
): Problem {
  const isGround = /(?:^|\s)bg(?:\s|$)/.test(words);
  const width = /(?:^|\s)w(?:idth)?:([\d.]+)/.exec(words)?.[1] ?? '300';
  const hint = isGround
    ? `Write "layout: picture" into the front matter of the slide, "picture-left" or "picture-right", and ![what it shows](${href}) into the slide.`
    : `Write {width=${width}px} right behind the picture.`;
  return foreignSyntax({ sign: `![${words}]`, what: 'a picture for Marp', hint }, span);
}

/** Describes a container with a class or name of Pandoc. */
export function foreignContainer(sign: string, name: string, span: Span): Problem {
  const isCallout = CALLOUT.test(name);
  const other = isCallout ? toQuotation(name) : OTHER_CONTAINER;
  const what = isCallout ? 'a callout of VitePress, Quarto and others' : 'a container of Pandoc';
  return foreignSyntax({ sign, what, hint: CONTAINERS[name] ?? other }, span);
}

/** Reports whether a container's name belongs to Pandoc, Quarto or VitePress but not to Rostrum. */
export function isForeignContainer(name: string, own: readonly string[]): boolean {
  return (Object.hasOwn(CONTAINERS, name) || CALLOUT.test(name)) && !own.includes(name);
}

function toQuotation(name: string): string {
  const word = name.replace(/^callout-/, '');
  const title = word.charAt(0).toUpperCase() + word.slice(1);
  return `Its text is shown. Write a quotation: "> **${title}**: ...".`;
}

/** Describes an element or attribute of Vue, as used in Slidev. */
export function foreignElement(sign: string, span: Span): Problem {
  const name = /^<([\w-]+)/.exec(sign)?.[1] ?? '';
  if (name === '') {
    const hint = STEP_ATTRIBUTE.test(sign) ? STEP : OTHER_ELEMENT;
    return foreignSyntax({ sign, what: 'an attribute of Slidev and Vue', hint }, span);
  }
  const hint = ELEMENTS[name] ?? hintIcon(name) ?? OTHER_ELEMENT;
  return foreignSyntax({ sign, what: 'an element of Slidev and Vue', hint }, span);
}

/** Returns how an icon of Slidev is written here; undefined for other elements. */
function hintIcon(name: string): string | undefined {
  const [, own] = ICON.exec(name) ?? [];
  if (own === undefined) return undefined;
  return own.startsWith('simple-icons-')
    ? `Write :${own}: into the text.`
    : 'It is left out. Icons are those of Simple Icons, such as :simple-icons-linux:, or pictures.';
}

const ICON =
  /^((?:carbon|mdi|logos|ph|uim|twemoji|tabler|ri|fa|fa6|fluent|material-symbols|emojione|noto|vscode-icons|simple-icons|devicon|heroicons)-[\w-]+)$/;
const DIRECTIVE = /^(_?[A-Za-z]\w*):(?:\s|$)/;
const PRESENTERM =
  /^(?:end_slide|column_layout:.*|column:.*|reset_layout|jump_to_middle|new_lines?:.*|newlines?:.*|incremental_lists:.*|list_item_newlines:.*|font_size:.*|no_footer)$/;
const STEP_ATTRIBUTE = /^v-(?:click|after)\b/;
const STEP =
  'Write <!-- .element: class="fragment" --> right behind the element, or <!-- pause --> above it.';
const LIST_STEPS = 'Write "incremental: true" into the front matter of the slide.';
const OTHER_CONTAINER =
  'Its text is shown. Containers here are columns, column, browser and terminal.';
const CALLOUT =
  /^(?:callout(?:-\w+)?|admonition|attention|caution|danger|error|hint|important|info|note|primary|seealso|success|tip|todo|warning)$/;
const OTHER_ELEMENT = 'It is left out. Use a block, or plain HTML.';
const ELEMENTS: Readonly<Record<string, string>> = {
  'v-click': STEP,
  'v-after': STEP,
  'v-switch': STEP,
  'v-clicks': LIST_STEPS,
  VClick: STEP,
  VClicks: LIST_STEPS,
  Arrow: 'It is left out. Draw an <svg>, or write a block "tree" with arrows.',
  arrow: 'It is left out. Draw an <svg>, or write a block "tree" with arrows.',
  Tweet: 'It is left out. Write a quotation with a link.',
  tweet: 'It is left out. Write a quotation with a link.',
  Youtube: 'It is left out. Put an <iframe> or a link on the slide.',
  youtube: 'It is left out. Put an <iframe> or a link on the slide.',
  SlidevVideo: 'It is left out. Put a <video> on the slide.',
  Toc: 'It is left out. Write a list of links: [a part](#id).',
  toc: 'It is left out. Write a list of links: [a part](#id).',
  Link: 'Its text is shown. Write [text](#id).',
  template: 'Its content is shown where it stands. The second column begins at "::right::".',
};
const CONTAINERS: Readonly<Record<string, string>> = {
  columns: 'Write "::: columns", which it is taken for.',
  column: 'Write "::: column", which it is taken for.',
  incremental: LIST_STEPS,
  nonincremental: 'Take it out: lists come at once.',
  fragment: STEP,
  notes: 'Its text is taken for notes. Write "Note:" at the end of the slide.',
  aside: 'Write a paragraph with <!-- .element: class="refs" --> below it.',
  details: 'Its text is shown. Write <details> with a <summary>.',
  spoiler: 'Its text is shown. Write <details> with a <summary>.',
  'code-group':
    'Its fences are shown below one another. {title="..."} behind a language names each.',
  tabs: 'Its text is shown. Give each part a slide of its own.',
  'panel-tabset': 'Its text is shown. Give each part a slide of its own.',
  raw: OTHER_CONTAINER,
  'v-pre': OTHER_CONTAINER,
  center: 'Its text is shown. Write "layout: center" into the front matter of the slide.',
  'r-stack': OTHER_CONTAINER,
  'r-fit-text': 'Its text is shown. Titles take the size that fits.',
  smaller: 'Its text is shown. Text takes the size that fits its slide.',
  'fit-text': 'Its text is shown. Text takes the size that fits its slide.',
  footer: 'Write a paragraph with <!-- .element: class="refs" --> below it.',
};
