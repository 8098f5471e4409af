import type { Result } from '../../deck.ts';
import { optionOf, type Cell } from './cell-options.ts';

/** Checks whether a cell ends with a statement that prints and draws nothing. */
export function isSilent(code: string): boolean {
  const last = lastStatement(code);
  return last === '' || SILENT.test(last);
}

/** Returns the last statement of code, which can go over several lines, without comments and the words of strings. */
export function lastStatement(code: string): string {
  let statement = '';
  let depth = 0;
  let isOpen = false;
  for (const written of code.split('\n')) {
    const line = written.replaceAll(STRING, '""').replace(/#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    // The body of a function or a class of Python is indented.
    const isBody = /^\s+\S/.test(line) && /^\s*(?:async |def |class |@)/.test(statement);
    const isTail = /^\s*(?:[.)\]}]|\|>|%>%|\+ )/.test(line);
    const goesOn = depth > 0 || isOpen || isBody || isTail;
    statement = goesOn ? `${statement}\n${line}` : line;
    depth += (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0);
    isOpen = /(?:[-+*/|&~,=]|<-|%[^%]*%|\|>)$/.test(line);
  }
  return statement;
}

/** Says what becomes of a cell without code, which can bring in a file. */
export function judgeEmpty(cell: Pick<Cell, 'options'>): Result {
  const file = optionOf(cell, 'child');
  return file === ''
    ? ['dropped', 'It has no code.', 'harmless']
    : ['manual', `It brings in "${file}": add what that has to the talk.`];
}

/** Says what becomes of a cell that only changes the page around slides; null for any other. */
export function judgeFurniture(code: string): Result | null {
  const calls = code
    .split('\n')
    .map((line) => line.replace(/#.*$/, ''))
    .filter((line) => /^\S/.test(line) && !/^(?:library|require|[)}\]])/.test(line));
  if (calls.length === 0 || !calls.every((line) => FURNITURE.test(line))) return null;
  if (/\buse_logo\(/.test(code)) return ['manual', 'Name its picture with "logo" in the talk.'];
  return /\bstyle_\w+\(/.test(code)
    ? ['dropped', 'The look of a talk comes from its theme and its stylesheet.']
    : ['dropped', 'It changes the page around slides, not what is on them.', 'harmless'];
}

/** A call of the packages that give the pages of xaringan tools and a look. */
const FURNITURE =
  /^(?:xaringanExtra::|xaringanthemer::)?(?:use_(?:xaringan_extra|logo|banner|panelset|tile_view|webcam|scribble|clipboard|editable|extra_styles|fit_screen|freezeframe|progress_bar|search|share_again|slide_tone|tachyons|animate_\w+|animate_css|broadcast|embed)|style_(?:mono|duo|solarized|xaringan)\w*)\(/;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
/** A statement that loads, defines or names something. */
const SILENT =
  /^\s*(?:(?:library|require|source|import|from|use|using|set\.seed|options|def|class|async def|theme_set|setwd|data|rm|load|install\.packages|invisible|suppress\w+\((?:\{\s*)?(?:library|require))\b|[%@]\w|knitr::opts|pacman::|p_load\(|plt\.style\.|(?:np\.)?random\.seed|sns\.set|pd\.set_option|warnings\.|[\w.$[\]"', ]+(?:<-|=(?!=)))|->\s*[\w.]+\s*$/;
