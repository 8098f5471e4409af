import type { DeckSlide, Result } from '../../deck.ts';
import type { ImportOutcome } from '../../../model/import/imported-deck.ts';
import { scanLines } from '../../scan-lines.ts';

/** Writes the columns of beamer as containers; each ends where the next begins. */
function takeColumns(slide: DeckSlide): void {
  let isOpen = false;
  for (const line of scanLines(slide.edits.text)) {
    const [, kind] = /^\s*\\(begin|end|column)\{(?:columns\}|[^{}]*\}\s*$)/.exec(line.text) ?? [];
    const isColumns = line.text.includes('{columns}');
    if (line.isInside || kind === undefined || (kind !== 'column' && !isColumns)) continue;
    const end = isOpen ? ':::\n\n' : '';
    const mark = { begin: '::: columns', end: `${end}:::`, column: `${end}::: column` }[kind] ?? '';
    const outcome = kind === 'column' ? 'approximated' : 'translated';
    const stretch = { start: line.start, end: line.start + line.text.length };
    slide.edits.replace(stretch, `\n${mark}\n`);
    slide.note(stretch, outcome, mark.split('\n').at(-1) ?? mark);
    isOpen = kind === 'column';
  }
}

/** Translates the commands of LaTeX that decks for beamer have in their Markdown, outside code and formulas. */
export function takeLatex(slide: DeckSlide): void {
  takeColumns(slide);
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside || !line.text.includes('\\')) continue;
    const open = line.text.replaceAll(CLOSED, (part) => ' '.repeat(part.length));
    for (const [pattern, outcome, write] of COMMANDS) {
      for (const found of open.matchAll(pattern)) {
        const start = line.start + found.index;
        const stretch = { start, end: start + found[0].length };
        const became = write(found);
        const result: Result =
          became === '' ? [outcome, 'It sets type for paper.', 'harmless'] : [outcome, became];
        slide.replace(stretch, became, result);
      }
    }
  }
}

type Write = (found: RegExpMatchArray) => string;

const COMMANDS: readonly (readonly [RegExp, ImportOutcome, Write])[] = [
  [/^\\pause\s*$/g, 'translated', () => '<!-- pause -->'],
  [/\\(?:textbf|alert|structure)\{([^{}]*)\}/g, 'translated', ([, words]) => `**${words}**`],
  [/\\(?:emph|textit)\{([^{}]*)\}/g, 'translated', ([, words]) => `*${words}*`],
  [/\\texttt\{([^{}]*)\}/g, 'translated', ([, words]) => `\`${words}\``],
  [/\\underline\{([^{}]*)\}/g, 'translated', ([, words]) => `<u>${words}</u>`],
  [/\\textcolor\{[^{}]*\}\{([^{}]*)\}/g, 'approximated', ([, words]) => words ?? ''],
  [/\\href\{([^{}]*)\}\{([^{}]*)\}/g, 'translated', ([, url, words]) => `[${words}](${url})`],
  [/\\url\{([^{}]*)\}/g, 'translated', ([, url]) => `<${url}>`],
  [
    /\\includegraphics(?:\[([^\]]*)\])?\{([^{}]*)\}/g,
    'translated',
    ([, options = '', file]) => `![](${file})${widthOf(options)}`,
  ],
  [/^\\(?:begin|end)\{(?:center|figure|block|frame|minipage)\}.*$/g, 'dropped', () => ''],
  [
    /\\(?:vspace|hspace|vskip|setlength|setbeamer\w+)\*?\{[^{}]*\}(?:\{[^{}]*\})?/g,
    'dropped',
    () => '',
  ],
  [
    /\\(?:centering|small|footnotesize|scriptsize|tiny|large|Large|huge|Huge|normalsize|newpage|clearpage|pagebreak|framebreak|vfill|hfill|medskip|bigskip|smallskip|noindent|maketitle|tableofcontents)\b(?!\{)/g,
    'dropped',
    () => '',
  ],
];

function widthOf(options: string): string {
  const [, share] =
    /width=([\d.]*)\\(?:textwidth|linewidth|columnwidth|paperwidth)/.exec(options) ?? [];
  return share === undefined ? '' : `{width=${Math.round(Number(share || 1) * 100)}%}`;
}

/** Code and formulas in a line. */
const CLOSED = /`[^`]*`|\$\$[^$]*\$\$|\$[^$\s][^$]*\$/g;
