import type { DeckSlide, Result } from '../../../deck.ts';
import type { ImportOutcome } from '../../../../model/import/imported-deck.ts';
import { scanLines, type ScannedLine } from '../../../scan-lines.ts';
import { takeEnvironments } from './latex-blocks.ts';
import { listTextLines } from './latex-lines.ts';
import { BRACES, findClosing } from '../../../../text/find-closing.ts';

/** Writes the columns of beamer as containers; each ends where the next begins. */
function takeColumns(slide: DeckSlide): void {
  let isOpen = false;
  let isFramed = false;
  for (const line of scanLines(slide.edits.text)) {
    const [, kind] = /^\s*\\(begin|end|column)\{(?:columns\}|[^{}]*\}\s*$)/.exec(line.text) ?? [];
    const isColumns = line.text.includes('{columns}');
    if (line.isInside || kind === undefined || (kind !== 'column' && !isColumns)) continue;
    const end = isOpen ? ':::\n\n' : '';
    // A command of the deck itself may have opened the columns.
    const frame = kind === 'column' && !isFramed ? '::: columns\n\n' : '';
    const mark =
      { begin: '::: columns', end: `${end}:::`, column: `${frame}${end}::: column` }[kind] ?? '';
    isFramed = kind !== 'end';
    const outcome = kind === 'column' ? 'approximated' : 'translated';
    const stretch = { start: line.start, end: line.start + line.text.length };
    slide.edits.replace(stretch, `\n${mark}\n`);
    slide.note(stretch, outcome, mark.split('\n').at(-1) ?? mark);
    isOpen = kind === 'column';
  }
  if (isFramed) slide.after.push(isOpen ? ':::\n\n:::' : ':::');
}

/** Translates the commands of LaTeX that decks for beamer have in their Markdown, outside code and formulas. */
export function takeLatex(slide: DeckSlide, taken: ReadonlySet<number>): void {
  takeColumns(slide);
  takeEnvironments(slide, taken);
  for (const line of listTextLines(slide.edits.text)) {
    if (!line.text.includes('\\')) continue;
    if (isAlone(line.text)) {
      const stretch = { start: line.start, end: line.start + line.text.length };
      slide.replace(stretch, '', ['dropped', 'This command of LaTeX has no equal here.']);
      continue;
    }
    const { text: open, restore } = coverClosed(line.text);
    dropColours(line, slide);
    for (const [pattern, outcome, write] of COMMANDS) {
      for (const found of open.matchAll(pattern)) {
        const start = line.start + found.index;
        const stretch = { start, end: start + found[0].length };
        const became = restore(write(found), found.index);
        const result: Result =
          became === '' ? [outcome, 'It sets type for paper.', 'harmless'] : [outcome, became];
        slide.replace(stretch, became, result);
      }
    }
    if (/^#{1,6}[ \t]/.test(line.text)) dropUnknown(line, open, slide);
  }
}

/** Leaves out the commands of a heading that have no equal here; a program would draw something in their place. */
function dropUnknown(line: ScannedLine, open: string, slide: DeckSlide): void {
  const known = COMMANDS.flatMap(([pattern]) => [...open.matchAll(pattern)]);
  for (const { index, 0: command } of open.matchAll(/(?<!\\)\\[A-Za-z]{3,}(?![A-Za-z{[])/g)) {
    const isKnown = known.some(
      (each) => index >= each.index && index < each.index + each[0].length,
    );
    const start = line.start + index;
    if (!isKnown)
      slide.replace({ start, end: start + command.length }, '', [
        'dropped',
        'This command of LaTeX has no equal here.',
      ]);
  }
}

/** Covers the code and the formulas of a line with signs that no rule reads; what a rule writes of it can be restored. */
function coverClosed(line: string): { text: string; restore(text: string, from: number): string } {
  const closed = [...line.matchAll(CLOSED)];
  const cover = (at: number): string => COVERS[at % COVERS.length] ?? '';
  const text = closed.reduce((open, { 0: part, index }, at) => {
    return open.slice(0, index) + cover(at).repeat(part.length) + open.slice(index + part.length);
  }, line);
  return {
    text,
    restore(written, from) {
      let at = closed.findIndex(({ index }) => index >= from);
      return written.replaceAll(COVERED, () => closed[at++]?.[0] ?? '');
    },
  };
}

const COVERS = ['\uE000', '\uE001'];
const COVERED = /\uE000+|\uE001+/g;

/** Removes a colour and the braces around what it colours. */
function dropColours({ text, start }: ScannedLine, slide: DeckSlide): void {
  for (const found of text.matchAll(/\\color\{[^{}]*\}(\{)?/g)) {
    const from = start + found.index;
    slide.replace({ start: from, end: from + found[0].length }, '', [
      'approximated',
      'words without their colour',
    ]);
    const close =
      found[1] === undefined ? -1 : findClosing(text, found.index + found[0].length, BRACES);
    if (close >= 0) slide.edits.replace({ start: start + close, end: start + close + 1 }, '');
  }
}

/** Checks whether a line is one command of LaTeX, with its arguments, that none of the rules knows. */
function isAlone(line: string): boolean {
  const isCommand = /^\s*\\[a-zA-Z]{2,}\*?(?:<[^>]*>|\[[^\]]*\]|\{[^{}]*\})*\s*$/.test(line);
  return (
    isCommand &&
    !/^\s*\\(?:begin|end|column|item|color)\b/.test(line) &&
    !COMMANDS.some(([each]) => line.search(each) >= 0)
  );
}

type Write = (found: RegExpMatchArray) => string;

const COMMANDS: readonly (readonly [RegExp, ImportOutcome, Write])[] = [
  [/^\\pause\s*$/g, 'translated', () => '<!-- pause -->'],
  [
    /\{\\(?:small|footnotesize|scriptsize|tiny|large|Large|LARGE|huge|Huge|normalsize|centering|bfseries|bf|em|it|itshape|sffamily|ttfamily)\b[ \t]*([^{}\\]*)\}/g,
    'approximated',
    ([, words = '']) => words.trim(),
  ],
  [/\\\\\[[\d.]+(?:em|ex|cm|mm|pt)\]/g, 'translated', () => '<br>'],
  [/\\(?:textbf|alert|structure)\{([^{}]*)\}/g, 'translated', ([, words]) => `**${words}**`],
  [/\\(?:emph|textit)\{([^{}]*)\}/g, 'translated', ([, words]) => `*${words}*`],
  [
    /\\texttt\{((?:[^{}\\]|\\[^A-Za-z])*)\}/g,
    'translated',
    ([, words = '']) => `\`${words.replaceAll(/\\([^A-Za-z])/g, '$1')}\``,
  ],
  [/\\underline\{([^{}]*)\}/g, 'translated', ([, words]) => `<u>${words}</u>`],
  [/\\textcolor\{[^{}]*\}\{([^{}]*)\}/g, 'approximated', ([, words]) => words ?? ''],
  [/\\href\{([^{}]*)\}\{([^{}]*)\}/g, 'translated', ([, url, words]) => `[${words}](${url})`],
  [/\\(?:l?dots|textellipsis)\b(?:\{\})?/g, 'translated', () => '\u2026'],
  [/\\newline\b/g, 'translated', () => '<br>'],
  [/\\((?:La|Xe)?TeX)\b(?:\{\})?/g, 'translated', ([, name]) => name ?? ''],
  [/\\url\{([^{}]*)\}/g, 'translated', ([, url]) => `<${url}>`],
  [
    /\\includegraphics(?:\[([^\]]*)\])?\{([^{}]*)\}/g,
    'translated',
    ([, options = '', file]) => `![](${file})${widthOf(options)}`,
  ],
  [
    /^\s*\\begin\{(?:block|exampleblock|alertblock)\}(?:<[^>]*>)?\{([^{}]*)\}\s*$/g,
    'translated',
    ([, title]) => (title ? `**${title}**\n` : ''),
  ],
  [
    /^\s*\\(?:end\{(?:block|exampleblock|alertblock)\}|begin\{(?:block|exampleblock|alertblock)\}(?!.*\{)|(?:begin|end)\{(?:center|figure|frame|minipage|onlyenv|flushleft|flushright)\}).*$/g,
    'dropped',
    () => '',
  ],
  [
    /\\(?:vspace|hspace|vskip|setlength|setbeamer\w+)\*?\{[^{}]*\}(?:\{[^{}]*\})?/g,
    'dropped',
    () => '',
  ],
  [
    /\\(?:centering|center|par|small|footnotesize|scriptsize|tiny|large|Large|huge|Huge|normalsize|newpage|clearpage|pagebreak|framebreak|vfill|hfill|medskip|bigskip|smallskip|noindent|maketitle|tableofcontents)\b(?!\{)/g,
    'dropped',
    () => '',
  ],
];

function widthOf(options: string): string {
  const [, share] =
    /width=([\d.]*)\\(?:textwidth|linewidth|columnwidth|paperwidth)/.exec(options) ?? [];
  return share === undefined ? '' : `{width=${Math.round(Number(share || 1) * 100)}%}`;
}

/** Code and formulas in a line, and backslashes that are text. */
const CLOSED = /`[^`]*`|\\\\[A-Za-z]+|\$\$[^$]*\$\$|\$[^$\s][^$]*\$/g;
