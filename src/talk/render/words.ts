import type { ImageToken, LinkToken, Token } from '../model/token.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { isQr } from '../text/media-kind.ts';
import { isExternal, resolvePath } from '../text/path.ts';
import { decodeReferences } from '../html/character-references.ts';
import { escapeHtml } from '../html/html.ts';
import { mapValue } from '../html/listed-addresses.ts';
import type { SlideContext } from './context.ts';
import { writeFormula } from './formula/formula.ts';
import { toFormulaWords } from '../text/formula-words.ts';
import { scanHtml, writeTag, type Attribute, type TagPiece } from '../html/tags.ts';
import { isAllowed } from './raw/allowed.ts';

/** The text of values and blocks, the file for relative addresses and the talk that defines commands; without these both stay as written. */
export type Words = Pick<SlideContext, 'words'> &
  Partial<Pick<SlideContext, 'file' | 'talk' | 'steps'>>;

/** Invisible elements. */
const UNSEEN = new Set(['script', 'style', 'base', 'link', 'meta']);
const PLAIN_ADDRESS = /^[^\s<>()\\]+$/;
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi;
const LINE_BREAK = /\\?\n/g;
/** Comments with a meaning: steps and attributes. */
const MARK = /^<!--\s*(?:pause\s*-->|\.element\b)/i;
const SPECIAL = /[\s\\`*_[\]<>~&|#]/;

/** Returns the text of inline tokens without markup. */
export function toWords(tokens: readonly Token[], context: Words): string {
  return tokens.map((token) => readWords(token, context)).join('');
}

function readWords(token: Token, context: Words): string {
  switch (token.type) {
    case 'value':
    case 'shortcode':
      return context.words.get(token) ?? token.raw;
    case 'formula':
      return context.words.get(token) ?? toFormulaWords(token.tex);
    case 'footnote':
      return token.mark ? '' : token.raw;
    case 'html':
    case 'pause':
    case 'attributes':
    case 'checkbox':
      return '';
    case 'br':
      return ' ';
    case 'codespan':
      return token.text;
    default: {
      if ('tokens' in token && token.tokens) return toWords(token.tokens, context);
      const text = 'text' in token ? token.text : '';
      return decodeReferences(text);
    }
  }
}

/** Writes inline tokens as Markdown that parses to the same tokens. */
export function writeInline(tokens: readonly Token[], context: Words): string {
  const parts = tokens.map((token) => writeSpan(token, context));
  return parts.join('').trimEnd();
}

function writeSpan(token: Token, context: Words): string {
  const inner = (tokens: readonly Token[]) => writeInline(tokens, context);
  switch (token.type) {
    case 'strong':
      return `**${inner(token.tokens)}**`;
    case 'em':
      return `*${inner(token.tokens)}*`;
    case 'del':
      return `~~${inner(token.tokens)}~~`;
    case 'link':
      // An autolink has no brackets.
      return token.raw.startsWith('[')
        ? `[${inner(token.tokens)}](${writeTarget(token, context)})`
        : token.raw;
    case 'image':
      return `![${inner(token.tokens)}](${writeTarget(token, context)})${token.braces ?? ''}`;
    case 'br':
      return '\\\n';
    case 'checkbox':
      return `[${token.checked ? 'x' : ' '}] `;
    case 'html':
      return writeHtml(token.raw, context);
    case 'shortcode':
      return token.name.startsWith('simple-icons-') ? token.raw : readWords(token, context);
    case 'footnote':
      return context.words.get(token) ?? token.raw;
    case 'value':
      return escapeMarkdown(context.words.get(token) ?? token.raw);
    case 'formula':
      return writeFormula(token, {
        macros: context.talk?.meta.macros,
        hasSteps: context.file !== undefined && context.steps?.isOn !== false,
      });
    case 'text':
      return token.tokens ? inner(token.tokens) : decodeLetters(token.raw);
    case 'codespan':
    case 'escape':
      return token.raw;
    case 'pause':
    case 'attributes':
      return writeMark(token, context);
    default:
      return readWords(token, context);
  }
}

/** Writes what has a meaning and no words: steps, attributes and the places of a layout. */
export function writeMark({ type, raw }: Token, { file, steps }: Words): string {
  if (file === undefined) return '';
  if (type !== 'pause') return raw.trim();
  return steps?.isOn === false ? '' : '<!-- pause -->';
}

/** Writes the words of a heading in one line. */
export function writeHeading(tokens: readonly Token[], context: Words): string {
  return writeInline(tokens, context).replace(LINE_BREAK, ' ').trim();
}

/** Writes raw HTML and the values in it, which are words there and no Markdown. */
export function writeRaw(tokens: readonly Token[], context: Words): string {
  const parts = tokens.map((token) => {
    const words = context.words.get(token);
    if (token.type === 'value') return words === undefined ? token.raw : escapeHtml(words);
    if (token.type === 'html') return token.raw;
    return token.type === 'pause' || token.type === 'attributes' ? writeMark(token, context) : '';
  });
  return writeHtml(parts.join(''), context).trim();
}

function writeTarget(token: LinkToken | ImageToken, context: Words): string {
  const { href } = token;
  const caption = token.type === 'image' ? token.caption : undefined;
  const title = caption ? toWords(caption, context) : token.title;
  const code = isQr(href) ? context.words.get(token) : undefined;
  const place = code === undefined ? resolveAddress(href, context) : `qr:${code}`;
  const address = PLAIN_ADDRESS.test(place) ? place : `<${place.replace(/[<>\\]/g, '\\$&')}>`;
  return title ? `${address} "${title.replace(/["\\]/g, '\\$&')}"` : address;
}

/** Returns the path from the project's root that an address means; one that leads elsewhere stays. */
function resolveAddress(address: string, { file }: Words): string {
  return file === undefined || isExternal(address) ? address : resolvePath(file, address);
}

/** Decodes character references, except those of Markdown signs. */
function decodeLetters(text: string): string {
  return text.replace(REFERENCE, (reference) => {
    const letter = decodeReferences(reference);
    return SPECIAL.test(letter) ? reference : letter;
  });
}

/** Removes invisible parts of raw HTML: comments, scripts, styles, and attributes that are not allowed. */
function writeHtml(html: string, context: Words): string {
  const pieces = scanHtml(html);
  const parts = pieces.map((piece, index) => {
    const written = html.slice(piece.offset, pieces[index + 1]?.offset);
    if (piece.kind === 'comment') return MARK.test(written) ? written : '';
    if (piece.kind !== 'text' && UNSEEN.has(piece.name)) return '';
    return piece.kind === 'open' ? writeStart(piece, written, context) : written;
  });
  return parts.join('');
}

/** Writes a start tag as its author did, but without what the slide does not hold, and with the paths of files. */
function writeStart(piece: TagPiece, written: string, context: Words): string {
  const { name, attributes, offset, textOffset } = piece;
  const allowed = attributes.filter((attribute) => isAllowed(attribute, name));
  const placed = allowed.map((attribute) => placeFiles(attribute, context));
  const content = name === 'iframe' ? '' : written.slice(textOffset - offset);
  const isSame =
    placed.length === attributes.length &&
    placed.every((each, index) => each === attributes[index]);
  if (isSame) return written.slice(0, textOffset - offset) + content;
  const tag = writeTag(name, placed);
  return (piece.isSelfClosing ? `${tag.slice(0, -1)}/>` : tag) + content;
}

/** Writes an attribute with the paths of the files that it names. */
function placeFiles(attribute: Attribute, context: Words): Attribute {
  let isOther = false;
  const value = mapValue(attribute.value, attribute.name, (address) => {
    const place = resolveAddress(address, context);
    isOther ||= place !== address;
    return place;
  });
  return isOther && value !== null ? { ...attribute, value } : attribute;
}
