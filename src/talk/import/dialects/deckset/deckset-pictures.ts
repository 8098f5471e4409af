import type { ImageToken } from '../../../model/token.ts';
import { mediaKind } from '../../../text/media-kind.ts';
import type { DeckSlide } from '../../deck.ts';
import { walkTokens } from '../../walk.ts';
import { listCommands } from './deckset-commands.ts';

/** Translates the words of Deckset in the alternative texts of pictures: where they stand, and how large. */
export function takePictures(slide: DeckSlide): void {
  const pictures: ImageToken[] = [];
  const commands = listCommands(slide);
  walkTokens(slide.tokens, (token) => {
    if (token.type !== 'image') return false;
    const { start } = slide.stretch(token);
    if (!commands.some((command) => start >= command.start && start < command.end))
      pictures.push(token);
    return true;
  });
  const isIn = (token: ImageToken): boolean => /(?:^|\s|,)inline\b/i.test(token.text);
  const grounds = pictures.filter((token) => !isIn(token));
  // Notes and commands have left the text already.
  const left = slide.edits
    .apply()
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .trim();
  for (const token of pictures) {
    if (isIn(token)) takeInline(token, slide);
    else takeGround(token, { slide, isOnly: grounds.length === 1, hasWords: left !== '' });
  }
}

/** A picture in the text, with its share of the width. */
function takeInline(token: ImageToken, slide: DeckSlide): void {
  const share = /(?<!\d)(\d{1,3})%/.exec(token.text)?.[1];
  const options = share === undefined || Number(share) > 100 ? '' : `{width=${share}%}`;
  const picture = `${write(token)}${options}`;
  slide.replace(token, picture, ['translated', picture]);
}

/** A picture behind the words of its slide, beside them, or alone. */
function takeGround(
  token: ImageToken,
  { slide, isOnly, hasWords }: { slide: DeckSlide; isOnly: boolean; hasWords: boolean },
): void {
  const [side] = /\b(?:left|right)\b/i.exec(token.text) ?? [];
  const isWhole = /\b(?:fit|original)\b/i.test(token.text);
  const { keys, after } = slide;
  if (side !== undefined && keys.layout === undefined && hasWords) {
    keys.layout = side.toLowerCase() === 'left' ? 'picture-left' : 'picture-right';
    slide.replace(token, '', ['translated', `layout: ${keys.layout}`]);
    after.push(write(token) + (isWhole ? '{fit=contain}' : ''));
  } else if (isOnly && side === undefined && (!hasWords || mediaKind(token.href) !== null)) {
    keys.layout ??= 'picture';
    slide.replace(token, '', ['translated', 'layout: picture']);
    after.push(write(token) + (isWhole ? '{fit=contain}' : ''));
  } else if (isOnly && side === undefined && keys.background === undefined) {
    keys.background = token.href;
    const became = `background: ${token.href}`;
    slide.replace(
      token,
      '',
      isWhole ? ['approximated', `${became}, which covers the slide`] : ['translated', became],
    );
  } else slide.replace(token, write(token), ['approximated', 'a picture of the slide']);
}

function write({ href, text }: ImageToken): string {
  const words = text
    .split(/[\s,]+/)
    .filter((word) => !WORD.test(word))
    .join(' ');
  return `![${words}](${/[\s()]/.test(href) ? `<${href}>` : href})`;
}

const WORD =
  /^(?:inline|fit|fill|left|right|original|filtered|autoplay|loop|mute|hide|corner-radius\(\d+\)|\d{1,3}%|)$/i;
