import { Marked, type TokensList } from 'marked';
import { bounds } from './bounds.ts';
import { containers, slots } from './container-token.ts';
import { cuts, underlines, verticalEnds } from '../cut.ts';
import { lexBounded } from './depth.ts';
import { fences } from './fence.ts';
import { openComments, rawHtml, vueTags } from './html-token.ts';
import { noteLines } from './notes-token.ts';
import { tables } from './table-token.ts';
import { maskValues, values } from './value-token.ts';

/** Lexes text into Marked's tokens and ours. */
export function lexMarkdown(text: string): TokensList {
  return lexBounded(text, marked.defaults);
}

const marked = new Marked(
  { tokenizer: bounds },
  { tokenizer: underlines },
  { tokenizer: verticalEnds },
  { tokenizer: fences },
  { tokenizer: tables },
  { tokenizer: rawHtml },
  { extensions: [noteLines, slots, containers, cuts] },
  { extensions: [values, openComments, vueTags], hooks: { emStrongMask: maskValues } },
);
