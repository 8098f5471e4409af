import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';
import { escapeHtml } from './html.ts';

/** An attribute; its name is in lower case, its value is decoded. */
export interface Attribute {
  name: string;
  value: string;
}

/** A piece of raw HTML from `offset` to `end`. */
export type Piece = TextPiece | TagPiece | { kind: 'comment'; offset: number; end: number };

/** Text between tags, decoded. */
export interface TextPiece {
  kind: 'text';
  text: string;
  offset: number;
  end: number;
}

/** A start or end tag; names are in lower case. */
export interface TagPiece {
  kind: 'open' | 'close';
  name: string;
  attributes: Attribute[];
  isSelfClosing: boolean;
  offset: number;
  end: number;
  /**
   * The text of an element that contains only text (style, textarea), starting at `textOffset`; null for other
   * elements.
   */
  content: string | null;
  textOffset: number;
}

/** Elements that contain only text, and the tokenizer mode for it. */
const TEXT_MODES = new Map<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>([
  ...['textarea', 'title'].map((name) => [name, TokenizerMode.RCDATA] as const),
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);
const FOREIGN = new Set(['svg', 'math']);
const BORDERS = new Set([...FOREIGN, 'foreignobject']);

const OPTIONAL_ENDS = new Set(
  'li p td th tr thead tbody tfoot colgroup dt dd option optgroup rp rt'.split(' '),
);
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Checks whether HTML lets authors leave out the end tag of an element. */
export function hasOptionalEnd(name: string): boolean {
  return OPTIONAL_ENDS.has(name);
}

/** Checks whether an element has no end tag. */
export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/** Reports whether an element contains only text. */
export function isTextElement(name: string): boolean {
  return TEXT_MODES.has(name);
}

/** Splits raw HTML into tags, comments and text as browsers do; `open` names the elements around it. */
export function scanHtml(html: string, open: readonly string[] = []): Piece[] {
  const pieces: Piece[] = [];
  const scan = new Scan(pieces, open);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, scan);
  scan.tokenizer = tokenizer;
  tokenizer.write(html, true);
  // An unfinished tag is text.
  const end = pieces.at(-1)?.end ?? 0;
  if (end < html.length) {
    pieces.push({ kind: 'text', text: html.slice(end), offset: end, end: html.length });
  }
  return pieces;
}

/** Reads the tag at the start of a text, after spaces; undefined for none. */
export function readTag(html: string): TagPiece | undefined {
  const pieces: Piece[] = [];
  const scan = new Scan(pieces, []);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, scan);
  scan.tokenizer = tokenizer;
  scan.isFirstOnly = true;
  tokenizer.write(html, false);
  return pieces.find((piece): piece is TagPiece => piece.kind === 'open');
}

/** Writes a start tag. */
export function writeTag(name: string, attributes: readonly Attribute[]): string {
  const written = attributes.map((each) => ` ${each.name}="${escapeHtml(each.value)}"`);
  return `<${name}${written.join('')}>`;
}

/** Collects the tokens of a text as pieces. */
class Scan implements TokenHandler {
  tokenizer: Tokenizer | null = null;
  isFirstOnly = false;
  readonly #pieces: Piece[];
  /** The open elements that switch between HTML rules and others. */
  readonly #borders: string[];
  /** The element with the current text. */
  #holder: TagPiece | null = null;

  constructor(pieces: Piece[], open: readonly string[]) {
    this.#pieces = pieces;
    this.#borders = open.filter((name) => BORDERS.has(name));
  }

  onStartTag(token: Token.TagToken): void {
    const piece = this.#addTag(token, 'open');
    const { name, isSelfClosing } = piece;
    if (BORDERS.has(name) && !isSelfClosing) this.#borders.push(name);
    const isForeign = this.#isForeign();
    if (this.tokenizer) {
      this.tokenizer.inForeignNode = isForeign;
      const mode = isForeign ? undefined : TEXT_MODES.get(name);
      if (mode !== undefined) this.tokenizer.state = mode;
      if (this.isFirstOnly) this.tokenizer.pause();
    }
    const holdsText = isForeign ? name === 'style' && !isSelfClosing : TEXT_MODES.has(name);
    if (holdsText) this.#holder = piece;
  }

  onEndTag(token: Token.TagToken): void {
    const { name } = this.#addTag(token, 'close');
    const at = this.#borders.lastIndexOf(name);
    if (at >= 0) this.#borders.splice(at);
    if (this.tokenizer) this.tokenizer.inForeignNode = this.#isForeign();
  }

  onCharacter({ chars, location }: Token.CharacterToken): void {
    const { offset, end } = readPlace(location);
    if (this.#holder) {
      this.#holder.content = (this.#holder.content ?? '') + chars;
      this.#holder.end = end;
      return;
    }
    const last = this.#pieces.at(-1);
    if (last?.kind === 'text') Object.assign(last, { text: last.text + chars, end });
    else this.#pieces.push({ kind: 'text', text: chars, offset, end });
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onNullCharacter(token: Token.CharacterToken): void {
    this.onCharacter({ ...token, chars: '\uFFFD'.repeat(token.chars.length) });
  }

  onComment({ location }: Token.CommentToken): void {
    this.#holder = null;
    this.#pieces.push({ kind: 'comment', ...readPlace(location) });
  }

  onDoctype({ location }: Token.DoctypeToken): void {
    this.#pieces.push({ kind: 'comment', ...readPlace(location) });
  }

  onEof(): void {
    this.#holder = null;
  }

  #addTag({ tagName, attrs, selfClosing, location }: Token.TagToken, kind: TagPiece['kind']) {
    this.#holder = null;
    const attributes = attrs.map(({ name, value }) => ({ name, value }));
    const piece: TagPiece = {
      kind,
      name: tagName,
      attributes,
      isSelfClosing: selfClosing,
      ...readPlace(location),
      content: null,
      textOffset: readPlace(location).end,
    };
    this.#pieces.push(piece);
    return piece;
  }

  #isForeign(): boolean {
    return FOREIGN.has(this.#borders.at(-1) ?? '');
  }
}

function readPlace(location: Token.Location | null): { offset: number; end: number } {
  return { offset: location?.startOffset ?? 0, end: location?.endOffset ?? 0 };
}
