import type { Lexer, TokenizerAndRendererExtension } from 'marked';
import { findInParagraph, isCutLine } from '../cut.ts';
import { readFence } from './fence.ts';

/** Lexes `::: NAME argument` to its `:::`; an unclosed one ends at the next cut. */
export const containers: TokenizerAndRendererExtension = {
  name: 'container',
  level: 'block',
  childTokens: ['tokens'],
  start: findColons,
  tokenizer(src) {
    const opening = OPENING.exec(src);
    if (!opening) return STRAY.test(src) ? { type: 'strayend', raw: firstLine(src) } : undefined;
    const [line, written = '', argument = ''] = opening;
    const name = toName(written);
    const { end, closing, unclosed } = measureContainer(src, line.length, name);
    const { state } = this.lexer;
    const { top } = state;
    state.top = true;
    const tokens = this.lexer.blockTokens(src.slice(line.length, end), []);
    state.top = top;
    const raw = src.slice(0, closing);
    const isForeign = written.startsWith('{');
    return { type: 'rawcontainer', raw, name, argument, tokens, unclosed, isForeign };
  },
};

/** Lexes `::right::`, and other names between the same colons, to report them. */
export const slots: TokenizerAndRendererExtension = {
  name: 'slot',
  level: 'block',
  start: findColons,
  tokenizer(src) {
    const found = SLOT.exec(src);
    return found ? { type: 'slot', raw: found[0], name: found[1] ?? '' } : undefined;
  },
};

/** Reads the name of a container in braces: the first class without the dot, or the only word. */
function toName(written: string): string;
function toName(written: string | undefined): string | undefined;
function toName(written: string | undefined): string | undefined {
  if (!written?.startsWith('{')) return written;
  return (CLASS.exec(written) ?? DIRECTIVE.exec(written))?.[1] ?? 'container';
}

/** Finds the line that closes a container; the open names form a stack. */
function measureContainer(src: string, from: number, name: string) {
  const open = [name];
  let cut = -1;
  for (let at = from; at < src.length;) {
    const rest = src.slice(at);
    const line = firstLine(rest);
    const opened = toName(OPENING.exec(line)?.[1]);
    // Columns do not nest, so the previous column is unclosed.
    if (opened === 'column' && open.at(-1) === 'column' && open.pop() && open.length === 0) {
      return { end: at, closing: at, unclosed: true };
    }
    if (opened !== undefined) open.push(opened);
    if (STRAY.test(line)) open.pop();
    if (open.length === 0) return { end: at, closing: at + line.length, unclosed: false };
    if (cut < 0 && isCutLine(line)) cut = at;
    const fence = readFence(rest);
    at += fence ? Math.max(fence.raw.length, line.length) : line.length;
  }
  const end = cut < 0 ? src.length : cut;
  return { end, closing: end, unclosed: true };
}

function firstLine(src: string): string {
  const newline = src.indexOf('\n');
  return newline < 0 ? src : src.slice(0, newline + 1);
}

/** Finds colons at a line's start within the current paragraph. */
function findColons(this: { lexer: Lexer }, src: string): number | undefined {
  return findInParagraph(src, COLONS, this.lexer);
}

const OPENING = /^ {0,3}:{3,}[ \t]*([A-Za-z][\w-]*|\{[^}\n]*\})[ \t]*([^\n]*?)[ \t]*(?:\n|$)/;
const CLASS = /\.([A-Za-z][\w-]*)/;
/** A directive of MyST. */
const DIRECTIVE = /^\{([A-Za-z][\w-]*)\}$/;
const STRAY = /^ {0,3}:{3,}[ \t]*(?:\n|$)/;
const SLOT = /^ {0,3}::([A-Za-z][\w-]*)::[ \t]*(?:\n|$)/;
const COLONS = /\n {0,3}::/;
