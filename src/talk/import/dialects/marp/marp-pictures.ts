import { parseColour } from '../../../colour/colour.ts';
import type { ImageToken } from '../../../model/token.ts';
import type { DeckSlide } from '../../deck.ts';
import { judgeGround } from '../../translate/faint-grounds.ts';
import { walkTokens } from '../../walk.ts';

/** Translates the words of Marp in the alternative texts of pictures: grounds, sides, sizes and filters. */
export function takePictures(slide: DeckSlide): void {
  const grounds: ImageToken[] = [];
  walkTokens(slide.tokens, (token) => {
    if (token.type !== 'image') return false;
    const words = token.text.split(/\s+/).filter(Boolean);
    if (words.includes('bg')) grounds.push(token);
    else takeSize(token, words, slide);
    return true;
  });
  if (!takeRow(grounds, slide)) grounds.forEach((token, index) => takeGround(token, index, slide));
}

/** Puts several grounds beside each other, or below each other, behind the words of the slide, as Marp does. */
function takeRow(grounds: readonly ImageToken[], slide: DeckSlide): boolean {
  const words = grounds.map(({ text }) => text.split(/\s+/));
  const isPlain = grounds.every(
    ({ href }, index) =>
      parseColour(href) === null &&
      !words[index]?.some((word) => SIDE.test(word) || FILTER.test(word)),
  );
  if (grounds.length < 2 || !isPlain) return false;
  const isVertical = words.some((each) => each.includes('vertical'));
  const share = 100 / grounds.length;
  const [width, height] = isVertical ? [100, share] : [share, 100];
  const cells = grounds.map(({ href }, index) => {
    const [left, top] = isVertical ? [0, index * share] : [index * share, 0];
    const style = `position: absolute; z-index: -1; left: ${round(left)}%; top: ${round(top)}%; width: ${round(width)}%; height: ${round(height)}%; max-width: none; object-fit: ${words[index]?.some((word) => /^(?:fit|contain)$/.test(word)) ? 'contain' : 'cover'}`;
    return `<img src="${href}" alt="" style="${style}">`;
  });
  for (const token of grounds)
    slide.replace(token, '', ['translated', 'a picture behind the slide, beside the others']);
  slide.after.push(cells.join('\n'));
  return true;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

/** Writes the size of a picture as options behind it. */
function takeSize(token: ImageToken, words: readonly string[], slide: DeckSlide): void {
  const own = words.filter((word) => !SIZE.test(word) && !FILTER.test(word));
  if (own.length === words.length) return;
  const options = words.flatMap((word) => {
    const [, side = '', value = ''] = SIZE.exec(word) ?? [];
    const length = toLength(value);
    return side === '' || length === null
      ? []
      : [`${side.startsWith('w') ? 'width' : 'height'}=${length}`];
  });
  const braces = options.length > 0 ? `{${options.join(' ')}}` : '';
  const picture = `![${own.join(' ')}](${address(token)})${braces}`;
  const lost = words.filter((word) => FILTER.test(word));
  slide.replace(token, picture, ['translated', picture]);
  if (lost.length > 0)
    slide.note(token, 'dropped', `${lost.join(', ')}: pictures have no filters.`);
}

/** Makes a ground the background of the slide, or a picture at its side. */
function takeGround(token: ImageToken, index: number, slide: DeckSlide): void {
  const words = token.text.split(/\s+/).filter(Boolean);
  const [, side, share] = words.map((word) => SIDE.exec(word)).find(Boolean) ?? [];
  const isSized = words.some((word) => /^(?:\d[\d.]*%|auto)$/.test(word) || SIZE.test(word));
  const isWhole = isSized || words.some((word) => /^(?:fit|contain)$/.test(word));
  const opacity = /(?<=^|\s)opacity:(?:0?\.(\d+)|(\d+)%)(?=\s|$)/.exec(token.text);
  const faint = judgeGround({
    opacity: opacity?.[1] ? `.${opacity[1]}` : opacity?.[2] && String(Number(opacity[2]) / 100),
  });
  if (side === undefined && faint?.[0] === 'dropped') return slide.replace(token, '', faint);
  const own = words.filter((word) => !GROUND.test(word) && !FILTER.test(word) && !SIZE.test(word));
  const lost = words.filter((word) => FILTER.test(word));
  if (lost.length > 0)
    slide.note(token, 'dropped', `${lost.join(', ')}: pictures have no filters.`);
  if (side !== undefined && index === 0) {
    slide.keys.layout = side === 'left' ? 'picture-left' : 'picture-right';
    const width = share && `${Math.min(70, Math.max(20, parseFloat(share)))}%`;
    const options = [width && `width=${width}`, isWhole && 'fit=contain'].filter(Boolean).join(' ');
    const picture = `![${own.join(' ')}](${address(token)})${options && `{${options}}`}`;
    const isSame = width === share;
    slide.replace(token, '', [
      isSame ? 'translated' : 'approximated',
      `layout: ${slide.keys.layout}${isSame ? '' : `, with ${width} of the slide`}`,
    ]);
    slide.after.push(picture);
  } else if (index === 0 && !isWhole) {
    slide.keys.background = token.href;
    slide.replace(token, '', ['translated', `background: ${token.href}`]);
  } else if (index === 0 && isSized) {
    const style = `position: absolute; z-index: -1; left: 50%; top: 50%; translate: -50% -50%; max-width: none; ${sizesOf(words)}`;
    slide.replace(token, '', ['translated', 'a picture of its size behind the slide']);
    slide.after.push(`<img src="${token.href}" alt="" style="${style}">`);
  } else if (index === 0 && parseColour(token.href) === null) {
    slide.keys.layout = 'picture';
    slide.replace(token, '', ['translated', 'layout: picture']);
    slide.after.push(`![${own.join(' ')}](${address(token)}){fit=contain}`);
  } else {
    const picture = `![${own.join(' ')}](${address(token)})`;
    slide.replace(token, picture, ['approximated', `${picture}, as a picture of the slide`]);
  }
}

/** Writes the size of a ground: a share of the width of the slide, or lengths. */
function sizesOf(words: readonly string[]): string {
  return words
    .flatMap((word) => {
      const [, side = 'width', value = word] = SIZE.exec(word) ?? [];
      const length = /^[\d.]/.test(value) ? toLength(value) : null;
      return length === null ? [] : [`${side.startsWith('w') ? 'width' : 'height'}: ${length}`];
    })
    .join('; ');
}

function toLength(value: string): string | null {
  if (/^\d+(?:\.\d+)?(?:px|%)?$/.test(value))
    return value.endsWith('%') ? value : `${parseFloat(value)}px`;
  const [, amount = '', unit = ''] = /^([\d.]+)(em|rem|cm|mm|in|pt|vw|vh)$/.exec(value) ?? [];
  const pixels = PIXELS[unit];
  return pixels === undefined ? null : `${Math.round(Number(amount) * pixels)}px`;
}

function address({ href, title }: ImageToken): string {
  const written = /[\s()]/.test(href) ? `<${href}>` : href;
  return title ? `${written} "${title.replaceAll('"', '\\"')}"` : written;
}

/** Pixels of a unit on a slide of 1280 by 720. */
const PIXELS: Readonly<Record<string, number>> = {
  em: 29,
  rem: 29,
  cm: 37.8,
  mm: 3.78,
  in: 96,
  pt: 1.333,
  vw: 12.8,
  vh: 7.2,
};
const SIZE = /^(w|h|width|height):(\S+)$/;
const SIDE = /^(left|right)(?::([\d.]+%))?$/;
const GROUND = /^(?:bg|fit|contain|cover|auto|vertical|(?:left|right)(?::\S*)?|[\d.]+%)$/;
const FILTER =
  /^(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S*)?$/;
