import { LAYOUTS, type Layout } from '../../../model/talk.ts';
import { isPicture } from '../../../text/path.ts';
import { toLine, type DeckSlide } from '../../deck.ts';
import type { ForeignKey } from '../../matter.ts';
import { textOf } from '../../../text/value/value-text.ts';

/** Takes the layout of a slide, and what its other keys say about it. */
export function takeLayout(keys: readonly ForeignKey[], slide: DeckSlide): void {
  const find = (name: string): ForeignKey | undefined => keys.find((key) => key.name === name);
  const text = (name: string): string | undefined => {
    const value = find(name)?.value;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const key = find('layout');
  const name = text('layout');
  const image = text('image');
  if (name !== undefined && key) chooseLayout(name, key, slide);
  if (image !== undefined)
    showImage(image, { isContained: text('backgroundSize') === 'contain' }, slide);
  else if (key && PICTURED.has(slide.keys.layout)) missPicture(key, text('background'), slide);
  const url = text('url');
  if (url !== undefined) showPage(url, name ?? '', slide);
  const layoutClass = find('layoutClass');
  if (layoutClass) addClass(textOf(layoutClass.value), slide);
  const isHeaded = name === 'two-cols-header';
  if (isHeaded || slide.edits.text.includes('::left::')) splitIntoColumns(slide);
}

/** Shows the background of a slide as the picture of its layout, or gives up a layout that has no picture to show. */
function missPicture(key: ForeignKey, background: string | undefined, slide: DeckSlide): void {
  if (slide.allTokens.some(({ type }) => type === 'image')) return;
  if (background !== undefined && isPicture(background)) {
    slide.after.push(`![](${/[\s()]/.test(background) ? `<${background}>` : background})`);
    return;
  }
  delete slide.keys.layout;
  const what = toLine(`layout: ${textOf(key.value)}`);
  const became = 'The slide names no picture, so its text has the whole slide.';
  slide.notes.push({ outcome: 'approximated', what, became, span: key.span });
}

const PICTURED = new Set<unknown>(['picture', 'picture-left', 'picture-right']);

/** Sets the layout for one of Slidev or of its themes. */
function chooseLayout(name: string, key: ForeignKey, slide: DeckSlide): void {
  const same = LAYOUTS.find((layout) => layout === name);
  const nearest = same ?? KNOWN[name] ?? nearestLayout(name);
  // There the heading is what is quoted; here it is the title above a quotation.
  const isQuoted = nearest === 'quote' && slide.tokens.every(({ type }) => type !== 'blockquote');
  const layout = isQuoted ? 'statement' : nearest;
  if (layout !== 'default') slide.keys.layout = layout;
  if (layout === same) return;
  slide.notes.push({
    outcome: KNOWN[name] ? 'translated' : 'approximated',
    what: toLine(`layout: ${name}`),
    became: `layout: ${layout}`,
    span: key.span,
  });
}

/** Chooses a layout for one of a theme, by the words of its name. */
export function nearestLayout(name: string): Layout {
  return BY_WORD.find(([words]) => words.test(name))?.[1] ?? 'default';
}

/** Puts the picture of a layout into the slide. */
function showImage(
  image: string,
  { isContained }: { isContained: boolean },
  slide: DeckSlide,
): void {
  const fit = isContained ? '{fit=contain}' : '';
  const address = /[\s()]/.test(image) ? `<${image}>` : image;
  slide.after.push(`![](${address})${fit}`);
  if (!slide.keys.layout) slide.keys.layout = 'picture';
}

function showPage(url: string, layout: string, slide: DeckSlide): void {
  const frame = `<iframe src="${url.replaceAll('"', '&quot;')}" title="${url.replaceAll('"', '&quot;')}"></iframe>`;
  if (layout.endsWith('-left') || layout.endsWith('-right')) {
    slide.keys.layout = 'two-columns';
    if (layout.endsWith('-left')) slide.before.push(frame, '::right::');
    else slide.after.push('::right::', frame);
  } else slide.after.push(frame);
}

/** Writes the columns between "::left::" and "::right::" as containers below what stands above them. */
function splitIntoColumns(slide: DeckSlide): void {
  const slots = slide.tokens.filter((token) => token.type === 'slot');
  const left = slots.find((token) => token.type === 'slot' && token.name === 'left');
  const right = slots.find((token) => token.type === 'slot' && token.name === 'right');
  if (!left || !right) return;
  delete slide.keys.layout;
  slide.replace(left, '::: columns\n\n::: column');
  slide.replace(right, ':::\n\n::: column');
  const bottom = slots.find((token) => token.type === 'slot' && token.name === 'bottom');
  if (bottom) slide.replace(bottom, ':::\n\n:::');
  else slide.after.push(':::\n\n:::');
}

function addClass(names: string, { keys }: DeckSlide): void {
  keys.class = [keys.class, names].filter(Boolean).join(' ');
}

/** Layouts of Slidev that have another name here. */
const KNOWN: Readonly<Record<string, Layout>> = {
  'two-cols': 'two-columns',
  'two-cols-header': 'two-columns',
  'image-right': 'picture-right',
  'image-left': 'picture-left',
  image: 'picture',
  intro: 'cover',
  fact: 'statement',
  full: 'default',
  none: 'default',
  iframe: 'default',
  'iframe-right': 'two-columns',
  'iframe-left': 'two-columns',
};
/** Words in the names of layouts of themes. */
const BY_WORD: readonly (readonly [RegExp, Layout])[] = [
  [/cover|title|intro|opening/i, 'cover'],
  [/section|divider|chapter|part/i, 'section'],
  [/quote|citation/i, 'quote'],
  [/end|thanks|thank-you|closing|outro|credits/i, 'end'],
  [/image-left|left-image|picture-left/i, 'picture-left'],
  [/image-right|right-image|picture-right/i, 'picture-right'],
  [/two|split|col(?:umn)?s|side-by-side|compar/i, 'two-columns'],
  [/statement|fact|big|highlight|focus/i, 'statement'],
  [/cent(?:er|re)/i, 'center'],
  [/image|picture|photo|full-?bleed/i, 'picture'],
  [/figure|diagram|chart/i, 'figure'],
];
