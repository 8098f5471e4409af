import type { DeckSlide } from './deck.ts';
import { walkTokens } from './walk.ts';

/**
 * Takes the comments of a slide: the last one is its notes when nothing stands below it; any other becomes a remark,
 * which never leaves the source.
 */
export function takeComments(slide: DeckSlide): void {
  const { text } = slide.edits;
  walkTokens(slide.tokens, (token) => {
    if (
      token.type !== 'comment' &&
      !(token.type === 'html' && token.raw.trim().startsWith('<!--'))
    ) {
      return false;
    }
    const stretch = slide.stretch(token);
    const written = text.slice(stretch.start, stretch.end);
    const [, words] = /^<!--([^]*?)-->$/.exec(written) ?? [];
    if (words === undefined || /^\s*(?:\/\/|\.element:|\.slide:|pause\s*$)/.test(words))
      return true;
    if (text.slice(stretch.end).trim() === '') {
      slide.speakerNotes.push(words.replaceAll(/\[click:\d+\]/g, '[click]'));
      slide.replace(token, '');
    } else if (words.trim() === '') slide.replace(token, '');
    else
      slide.replace(stretch, `<!-- //${words}-->`, [
        'translated',
        'a remark, which stays in the source',
      ]);
    return true;
  });
}
