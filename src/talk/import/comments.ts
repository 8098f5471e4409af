import type { Token } from '../model/token.ts';
import type { DeckSlide } from './deck.ts';
import type { Stretch } from './text-edits.ts';
import { walkTokens } from './walk.ts';

/** A comment of a slide: its words, and whether it is within a drawing, where programs write remarks. */
export interface SlideComment extends Stretch {
  words: string;
  inDrawing: boolean;
}

/** Lists the comments of a slide that are no marks of its own dialect, in order. */
export function listComments(slide: DeckSlide): SlideComment[] {
  const { text } = slide.edits;
  const comments: SlideComment[] = [];
  walkTokens(slide.tokens, (token) => {
    if (!isComment(token)) return false;
    const { start, end } = slide.stretch(token);
    const [, words] = /^<!--([^]*?)-->$/.exec(text.slice(start, end)) ?? [];
    if (words === undefined || MARK.test(words)) return true;
    const above = text.slice(0, start).toLowerCase();
    comments.push({
      start,
      end,
      words,
      inDrawing: above.lastIndexOf('<svg') > above.lastIndexOf('</svg'),
    });
    return true;
  });
  return comments;
}

/**
 * Takes the comments of a slide: the last one is its notes when nothing stands below it; any other becomes a remark,
 * which never leaves the source.
 */
export function takeComments(slide: DeckSlide): void {
  const { text } = slide.edits;
  for (const comment of listComments(slide)) {
    const { words, end, inDrawing } = comment;
    if (inDrawing || words.trim() === '') slide.replace(comment, '');
    else if (text.slice(end).trim() === '') {
      slide.speakerNotes.push(words.replaceAll(/\[click:\d+\]/g, '[click]'));
      slide.replace(comment, '');
    } else {
      const remark = `<!-- //${words}-->`;
      slide.replace(comment, remark, ['translated', 'a remark, which stays in the source']);
    }
  }
}

/** Makes every comment a remark, where a program shows none; those of drawings are left out. */
export function makeRemarks(slide: DeckSlide): void {
  for (const comment of listComments(slide)) {
    const isEmpty = comment.inDrawing || comment.words.trim() === '';
    slide.replace(comment, isEmpty ? '' : `<!-- //${comment.words}-->`);
  }
}

function isComment(token: Token): boolean {
  if (token.type === 'comment') return true;
  return token.type === 'html' && !token.pieces?.length && token.raw.trim().startsWith('<!--');
}

/** Marks of talks and of reveal.js, which are comments as well. */
const MARK = /^\s*(?:\/\/|\.element:|\.slide:|pause\s*$)/;
