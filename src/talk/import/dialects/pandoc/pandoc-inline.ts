import type { ForeignToken, ImageToken, Token } from '../../../model/token.ts';
import { escapeHtml } from '../../../html/html.ts';
import { parseAttributes } from '../../brace-attributes.ts';
import type { DeckSlide, Result } from '../../deck.ts';
import type { Stretch } from '../../text-edits.ts';
import { plainText } from '../../talk-keys.ts';
import { takeMark } from '../../translate/foreign-inline.ts';
import { STEP_MARK } from '../../list-steps.ts';
import { walkTokens } from '../../walk.ts';
import { placeAbsolute, SIDES, toLength } from './div-places.ts';
import type { References } from './cross-references.ts';
import { writeTag } from './pandoc-rows.ts';
import { takeLinkLook } from './text/link-look.ts';
import { SPANS } from './text/cell-spans.ts';
import { takeSigns } from './text/plain-signs.ts';
import { takeRawWords } from './raw-words.ts';

/** Translates the inline constructs of a slide: pictures with attributes, spans and pauses. */
export function takeInline(slide: DeckSlide, references: References): void {
  // The attributes of a heading were taken with it.
  const ofHeading = new Set<Token | undefined>();
  // Only a picture that is a paragraph by itself has a caption; a picture in a link has no caption.
  const inLinks = new Set<Token>();
  walkTokens(slide.tokens, (token, siblings) => {
    if (token.type === 'link') for (const each of token.tokens) inLinks.add(each);
    if (token.type === 'image') {
      const isAlone =
        !inLinks.has(token) &&
        siblings.every(
          (each) =>
            each === token ||
            each.raw.trim() === '' ||
            each.type === 'braces' ||
            each.type === 'foreign',
        );
      takePicture(token, isAlone, { slide, references });
      return true;
    }
    if (token.type === 'paragraph' && /^\. \. \.$/.test(token.raw.trim())) {
      slide.replace(token, '<!-- pause -->', ['translated', '<!-- pause -->']);
      return true;
    }
    if (token.type === 'text' && !token.tokens) {
      takeSigns(token, slide);
      takeStyledSpans(token, slide);
    }
    if (token.type === 'codespan') takeRawWords(token, slide);
    if (token.type === 'heading') ofHeading.add(token.tokens.at(-1));
    if (token.type === 'foreign' && !ofHeading.has(token)) takeForeign(token, slide, references);
    return false;
  });
}

const OF_PICTURE = /!\[[^\]]*\]\([^()]*\)$/;

/** A picture alone in its paragraph has a caption in Pandoc: its words, unless it has others for those who do not see it. */
function takePicture(
  token: ImageToken,
  isAlone: boolean,
  { slide, references }: { slide: DeckSlide; references: References },
): void {
  const { start, end } = slide.stretch(token);
  const [braces = ''] = /^\{[^{}]*\}/.exec(slide.edits.text.slice(end)) ?? [];
  // The stretch of a picture may include its braces.
  const written = slide.edits.text.slice(start, end);
  const [inside = braces] = /\{[^{}]*\}$/.exec(written) ?? [];
  const { id, values, classes } = parseAttributes(inside.slice(1, -1));
  const alt = values.get('fig-alt') ?? values.get('alt') ?? token.text;
  const caption =
    token.title ??
    (isAlone && token.text !== '' && values.get('fig-alt') !== '' ? token.text : null);
  const options = ['width', 'height'].flatMap((name) => {
    const length = toLength(values.get(name) ?? '');
    return length === null ? [] : [`${name}=${length}`];
  });
  const address = /[\s()]/.test(token.href) ? `<${token.href}>` : token.href;
  const number = references.get(id ?? '');
  const own = caption === null ? '' : plainText(caption);
  const words = number === undefined || own === '' ? own : `${number}: ${own}`;
  const title = words === '' ? '' : ` "${words.replaceAll('"', "'")}"`;
  if (caption?.includes('](')) slide.note(token, 'approximated', 'a caption without its link');
  const place = classes.includes('absolute') ? placeAbsolute(values) : null;
  const step = classes.includes('fragment') ? ` ${STEP_MARK}` : '';
  const picture =
    place !== null
      ? `<img src="${escapeHtml(token.href)}" alt="${escapeHtml(plainText(alt))}" style="${place}">`
      : `![${plainText(alt)}](${address}${title})${options.length > 0 ? `{${options.join(' ')}}` : ''}${step}`;
  const stretch = { start, end: written.endsWith('}') ? end : end + braces.length };
  if (picture === slide.edits.text.slice(stretch.start, stretch.end)) return;
  slide.replace(stretch, picture, ['translated', picture]);
  const lost = [...values.keys()].filter(
    (name) =>
      !/^(?:width|height|fig-alt|alt|fig-align)$/.test(name) &&
      !(place !== null && SIDES.includes(name)),
  );
  if (lost.length > 0)
    slide.note(stretch, 'dropped', `${lost.join(', ')}: no option of a picture.`);
}

function takeForeign(token: ForeignToken, slide: DeckSlide, references: References): void {
  if (token.kind === 'attributes') {
    // Those behind a picture were taken with it.
    if (OF_PICTURE.test(slide.edits.text.slice(0, slide.stretch(token).start))) return;
    if (takeMarkedSpan(slide.stretch(token), token.sign, slide)) return;
    if (takeNumber(token, slide, references)) return;
    if (takeLinkLook(token, slide)) return;
    return slide.replace(token, '', ['dropped', 'It has no such attributes here.']);
  }
  if (takeMark(token, slide)) return;
  if (token.kind !== 'span') return;
  const [, words = '', braces = ''] = /^\[([^]*)\]\{([^]*)\}$/.exec(token.sign) ?? [];
  const attributes = parseAttributes(braces);
  const { classes } = attributes;
  const tag = SPANS.find(([name]) => classes.includes(name))?.[1];
  const own = writeTag('span', attributes);
  if (tag === undefined && own !== null) {
    const became = `${own}; its stylesheet has the rules for it`;
    const result: Result = classes.length > 0 ? ['approximated', became] : ['translated', own];
    return slide.replace(token, `${own}${words}</span>`, result);
  }
  if (tag === undefined) return slide.replace(token, words, ['approximated', 'its words']);
  slide.replace(token, `<${tag}>${words}</${tag.split(' ')[0]}>`, ['translated', `<${tag}>`]);
}

/** Writes the number of a formula, by which a deck refers to it, into the formula. */
function takeNumber(token: ForeignToken, slide: DeckSlide, references: References): boolean {
  const number = references.get(parseAttributes(token.sign.slice(1, -1)).id ?? '');
  const { start } = slide.stretch(token);
  const above = slide.edits.text.slice(0, start).trimEnd();
  const opening = above.slice(0, -2).lastIndexOf('$$');
  if (number === undefined || !above.endsWith('$$') || opening < 0) return false;
  if (/\\(?:tag|begin\{(?:align|gather|equation))/.test(above.slice(opening))) return false;
  const digits = number.slice(number.lastIndexOf(' ') + 1);
  slide.edits.insert(above.length - 2, `\\tag{${digits}}`);
  slide.replace(token, '', ['translated', `\\tag{${digits}}`]);
  return true;
}

/** Takes the spans that end in a text and have values alone, such as a style. */
function takeStyledSpans(token: Token, slide: DeckSlide): void {
  const { start, end } = slide.stretch(token);
  for (const found of slide.edits.text.slice(start, end).matchAll(VALUES)) {
    const at = start + found.index;
    takeMarkedSpan({ start: at, end: at + found[0].length }, found[0], slide);
  }
}

const VALUES = /(?<=\])\{[ \t]*[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s}"']+)[^{}\n]*\}/g;

/** Writes a span whose words have marks of their own as an element; its brackets are around several tokens. */
function takeMarkedSpan({ start, end }: Stretch, braces: string, slide: DeckSlide): boolean {
  const { text } = slide.edits;
  if (text[start - 1] !== ']') return false;
  let depth = 0;
  let at = start - 1;
  for (; at >= 0 && !text.startsWith('\n\n', at); at--) {
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && --depth === 0) break;
  }
  if (text[at] !== '[' || depth !== 0) return false;
  const attributes = parseAttributes(braces.slice(1, -1));
  const known = SPANS.find(([name]) => attributes.classes.includes(name))?.[1];
  const own = known === undefined ? writeTag('span', attributes) : `<${known}>`;
  const isEmpty = text.slice(at + 1, start - 1).trim() === '';
  const name = /^<(\w+)/.exec(own ?? '')?.[1];
  const isShown = own !== null && !isEmpty;
  const isKnown = known !== undefined || attributes.classes.length === 0;
  const became = isShown
    ? `${own}${isKnown ? '' : '; its stylesheet has the rules for it'}`
    : 'its words';
  slide.note({ start: at, end }, isKnown ? 'translated' : 'approximated', became);
  slide.edits.replace({ start: at, end: at + 1 }, isShown ? own : '');
  slide.edits.replace({ start: start - 1, end }, isShown ? `</${name}>` : '');
  return true;
}
