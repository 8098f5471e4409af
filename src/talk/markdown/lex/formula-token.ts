import type { TokenizerAndRendererExtension } from 'marked';
import type { FormulaToken } from '../../model/token.ts';
import { findInParagraph, isCutLine } from '../cut.ts';
import { findNextSign } from './bounds.ts';
import type { Unplaced } from './unplaced.ts';

type Formula = Unplaced<FormulaToken>;

/** Lexes `$$ … $$` that fills whole lines. */
export const formulaBlocks: TokenizerAndRendererExtension = {
  name: 'formulablock',
  level: 'block',
  start(src) {
    return findInParagraph(src, BLOCK_BELOW, this.lexer);
  },
  tokenizer(src) {
    const [raw, tex = ''] = BLOCK.exec(src) ?? [];
    if (raw === undefined || tex.split('\n').some(isCutLine)) return undefined;
    return toFormula(raw, tex, true);
  },
};

/** Lexes formulas in running text, as Pandoc does, and a `$$` that begins a text and never closes, to report it. */
export const formulas: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start(src) {
    return findNextSign('$', src);
  },
  tokenizer(src, tokens) {
    if (!src.startsWith('$') || BEFORE.test(tokens.at(-1)?.raw ?? '')) return undefined;
    const [raw, display, quoted, tex] = FORMULA.exec(src) ?? [];
    if (raw === undefined) {
      const isOpen = tokens.length === 0 && OPEN.test(src);
      return isOpen ? { type: 'openformula', raw: '$$' } : undefined;
    }
    return toFormula(raw, display ?? quoted ?? tex ?? '', display !== undefined);
  },
};

/** Masks formulas for the search for emphasis, so that `_` and `*` in them have no meaning. */
export function maskFormulas(src: string): string {
  if (!src.includes('$')) return src;
  return src.replaceAll(FORMULAS, (formula) => 'a'.repeat(formula.length));
}

function toFormula(raw: string, tex: string, isDisplay: boolean): Formula {
  return { type: 'formula', raw, tex, isDisplay, lines: [] };
}

/** One letter of a formula; a backslash goes with the character after it. */
const LETTER = String.raw`\\[^]|[^\\$]`;
const DISPLAY = String.raw`\$\$(?!\$)((?:${LETTER}|\$(?!\$))+)\$\$`;
/** GitHub's form, which Markdown's own signs cannot disturb. */
const QUOTED = '\\$`([^`\n]+)`\\$';
/**
 * Pandoc's rule: no space behind the first sign or before the last, and no digit behind it. Nor does a word or a variable
 * of a shell follow, as
 * in "$HOME/$USER", except the endings of "the $n$th" and "two $x$s".
 */
const INLINE =
  '\\$(?![\\s$`])((?:\\\\[^]|[^\\\\$`])*?(?:\\\\[^\\s]|[^\\s\\\\$`]))\\$(?![\\p{N}$@#{])(?:(?!\\p{L})|(?=(?:th|st|nd|rd|s)(?!\\p{L})))';
const FORMULA = new RegExp(`^(?:${DISPLAY}|${QUOTED}|${INLINE})`, 'u');
/** A formula anywhere in a text. */
const FORMULAS = new RegExp(`(?<![\\p{L}\\p{N}\\\\$])(?:${DISPLAY}|${QUOTED}|${INLINE})`, 'gu');
/** A formula within a line, such as a row of a table. */
export const FORMULA_IN_LINE = new RegExp(`(?<![\\p{L}\\p{N}\\\\$])(?:${INLINE})`, 'gu');
const BEFORE = /[\p{L}\p{N}\\$]$/u;
const OPEN = /^\$\$(?!\$)/;
const BLOCK = new RegExp(`^ {0,3}${DISPLAY}[ \\t]*(?:\\n+|$)`);
const BLOCK_BELOW = /\n {0,3}\$\$/;
