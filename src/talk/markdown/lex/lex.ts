import { Marked } from 'marked';
import type { Token } from '../../model/token.ts';
import { bounds } from './bounds.ts';
import { containers, slots } from './container-token.ts';
import { cuts, underlines, verticalEnds } from '../cut.ts';
import { definitions } from './definition-token.ts';
import { lexBounded } from './depth.ts';
import { fences } from './fence.ts';
import { footnotes, footnoteTexts } from './footnote-token.ts';
import { formulaBlocks, formulas, maskFormulas } from './formula-token.ts';
import { openComments, rawHtml, vueTags } from './html-token.ts';
import { noteLines } from './notes-token.ts';
import { snippets } from './snippet-token.ts';
import { pictureBraces } from './picture-braces.ts';
import { tables } from './table-token.ts';
import { maskValues, values } from './value-token.ts';

/** Lexes text into the tokens of Markdown and ours; `placeTokens` sets their places. */
export function lexMarkdown(text: string): Token[] {
  const tokens: unknown[] = lexBounded(text, marked.defaults);
  return tokens as Token[];
}

const marked = new Marked(
  { tokenizer: bounds },
  { tokenizer: underlines },
  { tokenizer: verticalEnds },
  { tokenizer: fences },
  { tokenizer: tables },
  { tokenizer: rawHtml },
  { extensions: [definitions, footnoteTexts] },
  { extensions: [noteLines, slots, snippets, containers, formulaBlocks, cuts] },
  {
    extensions: [values, formulas, footnotes, openComments, vueTags, pictureBraces],
    hooks: { emStrongMask: (src) => maskValues(maskFormulas(src)) },
  },
);
