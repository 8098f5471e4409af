import type { Problem, Span } from '../../model/problem.ts';
import type { Token } from '../../model/token.ts';
import { unreadMarkdown } from '../../problems/problems.ts';
import { findTableFault, listDroppedCells } from './misread-table.ts';

const HEADING = /^(#{1,6})([\p{L}\p{N}].*)$/u;
/** A word for a search, as in social networks. */
const HASHTAG = /^#[\p{Ll}\p{N}][\p{L}\p{N}_]*(?:\s+#[\p{L}\p{N}_]+)*$/u;
const BULLET = /^[-*+](?=[\p{L}\p{N}])(?![^*]*\*)/u;
const NUMBER = /^\d{1,2}[.)](?=\p{L})/u;
const SWAPPED = /(?<![\]\w])\(([^()\n]+)\)\[((?:https?:\/\/|#|\.{0,2}\/)[^\]\s]+)\]/;
/** Dashes alone on a line, of which a word processor or a keyboard made one or more of the three hyphens. */
const DASHES = /^(?=.*[\u2010-\u2015\u2212])[-\u2010-\u2015\u2212]{1,5}$/;
const INDENTED = /^(?: {4,}|\t)(`{3,}[\w-]+)[ \t]*\n/;
const TICK = /^`[a-z][\w-]*$/;
const REMARK = /<!?[—–](.*?)[—–]>/;
const CURLY_TAG = /<[a-z][\w-]*(?:\s[^<>]*)?=[“”„][^<>]*>/i;
const SIZED = /!\[([^\]\n]*)\]\(([^()\s]+) =(\d*)x(\d*)\)/;
const CONTENTS = /^\[toc\]$/i;
const CLICK = /(?<!\S)\[click\](?![[(:])/;
const KEY = /^[\w-]+:/;
const TWO_COLONS = /^::[ \t]*(?:columns?|browser|terminal|versions)\b[^:]*$/;
const SLOT = /^::?\s*(?:::)?\s*(right)\s*::?$/;

interface Finding {
  what: string;
  hint: string;
  line: number;
  text: string;
  /** Where the text begins on its line; defaults to the first letter. */
  at?: number;
}

/** Reports paragraphs that were meant as something else, and miss a sign for it, and cells without a column. */
export function findMisread(tokens: readonly Token[]): Problem[] {
  const first = tokens.find(({ type }) => type !== 'space');
  return tokens.flatMap((token) => {
    if (token.type === 'table') return listDroppedCells(token);
    if (token.type === 'list') return token.items.flatMap((item) => findInside(item.tokens));
    if (token.type === 'rawcontainer') return findMisread(token.tokens);
    if (token.type === 'blockquote') return findInside(token.tokens);
    if (token.type === 'code') return findIndented(token.raw, token.span);
    if (token.type !== 'paragraph') return [];
    const lines = token.raw.trimEnd().split('\n');
    const found = findInLines(lines, token === first);
    return found ? [toProblem(found, token.span)] : [];
  });
}

/** Reports what is misread in a list or a quotation, where a paragraph may look like anything. */
function findInside(tokens: readonly Token[]): Problem[] {
  return findMisread(tokens.filter(({ type }) => type !== 'paragraph'));
}

/** A fence below the fourth column is code that shows it. */
function findIndented(raw: string, span: Span): Problem[] {
  const [fence, sign = ''] = INDENTED.exec(raw) ?? [];
  if (fence === undefined) return [];
  const hint = `Begin it at the margin: "${sign}".`;
  return [
    unreadMarkdown('a fence has at most three blanks before it', hint, {
      ...span,
      length: sign.length,
    }),
  ];
}

function findInLines(lines: readonly string[], isFirst: boolean): Finding | null {
  const [text = ''] = lines;
  if (TICK.test(text) && lines.length > 1) {
    const hint = `Write \`\`${text}, and three backticks on a line below it.`;
    return { what: 'a fence has three backticks', hint, line: 0, text };
  }
  if (TWO_COLONS.test(text)) {
    const hint = `Write "::: ${text.slice(2).trim()}", and end it with a line ":::".`;
    return { what: 'a container begins with three colons', hint, line: 0, text };
  }
  const [, signs = '', words = ''] = HEADING.exec(text) ?? [];
  if (
    signs !== '' &&
    lines.length === 1 &&
    (signs.length > 1 || (isFirst && !HASHTAG.test(text)))
  ) {
    return {
      what: 'a heading has a blank behind its signs',
      hint: `Write "${signs} ${words}".`,
      line: 0,
      text,
    };
  }
  return findList(lines) ?? findTableFault(lines) ?? findSigns(lines, isFirst);
}

function findList(lines: readonly string[]): Finding | null {
  for (const form of [BULLET, NUMBER]) {
    const line = lines.findIndex((each, at) => form.test(each) && form.test(lines[at + 1] ?? ''));
    const text = lines[line];
    if (text === undefined) continue;
    const [sign = ''] = form.exec(text) ?? [];
    const hint = `Write "${sign} ${text.slice(sign.length)}", and leave a blank line above the list.`;
    return { what: 'a point of a list has a blank behind its sign', hint, line, text };
  }
  return null;
}

function findSigns(lines: readonly string[], isFirst: boolean): Finding | null {
  // Keys below the first line are front matter, which is reported as such.
  const isMatter = isFirst && KEY.test(lines[1] ?? '');
  for (const [line, each] of lines.entries()) {
    const plain = each.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
    if (DASHES.test(each.trim()) && !isMatter) {
      return {
        what: 'a slide begins at a line of three hyphens',
        hint: 'Write "---" on a line of its own, in the place of a longer dash.',
        line,
        text: each,
      };
    }
    const [text, words = '', address = ''] = SWAPPED.exec(plain) ?? [];
    if (text !== undefined) {
      return {
        what: 'a link begins with its words',
        hint: `Write [${words}](${address}).`,
        line,
        text,
        at: plain.indexOf(text),
      };
    }
    const other = findOther(plain, lines.length === 1);
    if (other) return { ...other, line };
    if (lines.length === 1 && SLOT.test(plain)) {
      return {
        what: 'the second column begins at a line without blanks',
        hint: 'Write "::right::".',
        line,
        text: each,
      };
    }
  }
  return null;
}

/** Finds signs that a word processor or another program writes otherwise. */
function findOther(text: string, isAlone: boolean): Omit<Finding, 'line'> | null {
  const [remark, words = ''] = REMARK.exec(text) ?? [];
  if (remark !== undefined) {
    const hint = `Write "<!-- ${words.trim()} -->", with hyphens.`;
    return {
      what: 'a comment has two hyphens at each end',
      hint,
      text: remark,
      at: text.indexOf(remark),
    };
  }
  const [tag] = CURLY_TAG.exec(text) ?? [];
  if (tag !== undefined) {
    const hint = `Write ${tag.replaceAll(/[“”„]/g, '"')} with straight quotes.`;
    return { what: 'HTML has straight quotes only', hint, text: tag, at: text.indexOf(tag) };
  }
  const [picture, alt = '', address = '', width = '', height = ''] = SIZED.exec(text) ?? [];
  if (picture !== undefined) {
    const size = [width && `width=${width}px`, height && `height=${height}px`]
      .filter(Boolean)
      .join(' ');
    const hint = `Write ![${alt}](${address}){${size}}.`;
    return {
      what: 'the size of a picture stands in braces behind it',
      hint,
      text: picture,
      at: text.indexOf(picture),
    };
  }
  if (isAlone && CONTENTS.test(text)) {
    const hint =
      'Write a list of links, such as [Results](#results); the key O shows all slides of a deck.';
    return { what: 'no sign makes a table of contents', hint, text };
  }
  const at = text.search(CLICK);
  if (at < 0) return null;
  const hint = 'On a slide a step begins at a line <!-- pause -->.';
  return { what: '"[click]" is a sign of speaker notes', hint, text: '[click]', at };
}

/** Places a finding on its line of a paragraph, which begins at the column of its first. */
function toProblem({ what, hint, line, text, at = 0 }: Finding, span: Span): Problem {
  const column = span.column + at;
  const place = { ...span, line: span.line + line, column, length: Math.max(1, text.length) };
  return unreadMarkdown(what, hint, place);
}
