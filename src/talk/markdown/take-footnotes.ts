import { listNested } from '../model/nested-tokens.ts';
import type { Problem } from '../model/problem.ts';
import type { FootnoteToken, Token } from '../model/token.ts';
import { findNearest } from '../text/nearest.ts';
import { duplicateFootnote, unknownFootnote, unusedFootnote } from '../problems/problems.ts';

/** What is collected while the marks of a slide are numbered. */
interface Footnotes {
  key: string;
  problems: Problem[];
  texts: Map<string, FootnoteToken>;
  /** The texts that have marks, by number. */
  used: FootnoteToken[];
  unknown: Set<string>;
}

/** Numbers the footnotes of a slide by their first marks, and puts their texts at its end. */
export function takeFootnotes(
  tokens: Token[],
  { key, problems }: { key: string; problems: Problem[] },
): Token[] {
  if (!tokens.some(({ raw }) => MAY_BE_FOOTNOTE.test(raw))) return tokens;
  const notes: Footnotes = { key, problems, texts: new Map(), used: [], unknown: new Set() };
  const body = removeTexts(tokens, notes);
  numberMarks(body, notes, false);
  // Footnotes of footnotes follow those of the text.
  for (let at = 0; at < notes.used.length; at++) {
    numberMarks(notes.used[at]?.tokens ?? [], notes, false);
  }
  for (const { label, mark, span } of notes.texts.values()) {
    // The text of a mark that is misspelt is no second problem.
    const isMeant = notes.unknown.has(label ?? '');
    if (!mark && !isMeant) problems.push(unusedFootnote(label ?? '', span));
  }
  const [first] = notes.used;
  if (!first) return body;
  return [...body, { type: 'footnotes', raw: '', text: '', tokens: notes.used, span: first.span }];
}

/** Removes the texts of footnotes from tokens, and collects those that are not empty. */
function removeTexts(tokens: Token[], notes: Footnotes): Token[] {
  return tokens.filter((token) => {
    if (token.type === 'list') {
      for (const item of token.items) item.tokens = removeTexts(item.tokens, notes);
    } else if ('tokens' in token && token.tokens) token.tokens = removeTexts(token.tokens, notes);
    if (token.type !== 'footnotetext') return true;
    const { label, span } = token;
    const first = notes.texts.get(label ?? '');
    if (first) notes.problems.push(duplicateFootnote(label ?? '', first.span, span));
    else if (token.text !== '' && label !== null) notes.texts.set(label, token);
    return false;
  });
}

function numberMarks(tokens: readonly Token[], notes: Footnotes, isInLink: boolean): void {
  for (const token of tokens) {
    if (token.type === 'footnote') numberMark(token, notes, isInLink);
    // The words of a picture are no place for a mark.
    else if (token.type !== 'image') {
      numberMarks(listNested(token), notes, isInLink || token.type === 'link');
    }
  }
}

function numberMark(token: FootnoteToken, notes: Footnotes, isInLink: boolean): void {
  const { label, span } = token;
  const text = label === null ? takeText(token) : notes.texts.get(label);
  if (!text) {
    if (label !== null && !notes.unknown.has(label)) {
      notes.unknown.add(label);
      const free = [...notes.texts].flatMap(([name, { mark }]) => (mark ? [] : [name]));
      const meant = findNearest(label, free);
      if (meant !== undefined) notes.unknown.add(meant);
      notes.problems.push(unknownFootnote(label, span, meant));
    }
    return;
  }
  const number = text.mark?.number ?? notes.used.push(text);
  const count = (text.mark?.count ?? 0) + 1;
  token.mark = { number, count, key: notes.key, isInLink };
  text.mark = token.mark;
}

/** Takes the text out of a mark that has no label. */
function takeText({ raw, text, tokens, span }: FootnoteToken): FootnoteToken {
  const words: Token = { type: 'text', raw: text, text, tokens: tokens.splice(0), span };
  return { type: 'footnotetext', label: null, raw, text, tokens: [words], span };
}

const MAY_BE_FOOTNOTE = /\[\^|\^\[/;
