/** An attribute as written, character references and all; the value is null where there is none. */
export interface Attribute {
  name: string;
  value: string | null;
}

/** A piece of raw HTML; `offset` is where it begins. */
export type Piece = TextPiece | TagPiece | { kind: 'comment'; offset: number };

/** Text between tags, character references and all. */
export interface TextPiece {
  kind: 'text';
  text: string;
  offset: number;
}

/** A start or end tag; names are in lower case. */
export interface TagPiece {
  kind: 'open' | 'close';
  name: string;
  attributes: Attribute[];
  isSelfClosing: boolean;
  offset: number;
  /** For elements whose content is text by definition (script, style): that text; null where it is not there. */
  content: string | null;
}

const TEXT_ELEMENTS = new Set(
  'script style textarea title xmp iframe noembed noframes noscript'.split(' '),
);
const TAG_NAME = /<(\/?)([a-z][^\s/>]*)/iy;
/** Stricter than browsers in names: what they would puzzle over makes the whole tag text. */
const ATTRIBUTE = /[\s/]*([^\s/>="'<`]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'<`]+))|(?!\s*=))/y;
const TAG_END = /[\s/]*?(\/?)>/y;
const COMMENT = /<!--(?:-?>|[^]*?(?:--!?>|$))|<[!?/][^>]*(?:>|$)/y;

/** Cuts raw HTML into tags, comments and text, as a browser would; a tag that never ends is text. */
export function scanHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const textEnd = next < 0 ? html.length : next;
    if (textEnd > at) pieces.push({ kind: 'text', text: html.slice(at, textEnd), offset: at });
    if (next < 0) break;
    const { piece, end } = readMarkup(html, next);
    pieces.push(piece);
    at = end;
  }
  return pieces;
}

function readMarkup(html: string, offset: number): { piece: Piece; end: number } {
  const tag = readTag(html, offset);
  if (tag) return tag;
  COMMENT.lastIndex = offset;
  const comment = COMMENT.exec(html);
  if (comment) return { piece: { kind: 'comment', offset }, end: offset + comment[0].length };
  return { piece: { kind: 'text', text: '<', offset }, end: offset + 1 };
}

/** Reads the tag at an offset; undefined where there is none, or it never ends. */
export function readTag(
  html: string,
  offset: number,
): { piece: TagPiece; end: number } | undefined {
  TAG_NAME.lastIndex = offset;
  const head = TAG_NAME.exec(html);
  if (!head) return undefined;
  const name = (head[2] ?? '').toLowerCase();
  const attributes: Attribute[] = [];
  let at = TAG_NAME.lastIndex;
  for (;;) {
    TAG_END.lastIndex = at;
    const end = TAG_END.exec(html);
    if (end) {
      const kind = head[1] ? 'close' : 'open';
      const tag = { kind, name, attributes, isSelfClosing: end[1] === '/', offset } as const;
      return readContent(html, { ...tag, content: null }, TAG_END.lastIndex);
    }
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(html);
    if (!match) return undefined;
    const value = match[2] ?? match[3] ?? match[4] ?? null;
    attributes.push({ name: (match[1] ?? '').toLowerCase(), value });
    at = ATTRIBUTE.lastIndex;
  }
}

function readContent(html: string, piece: TagPiece, at: number): { piece: TagPiece; end: number } {
  if (piece.kind === 'close' || !TEXT_ELEMENTS.has(piece.name)) return { piece, end: at };
  if (html.slice(at).trim() === '') return { piece, end: at };
  const close = html.toLowerCase().indexOf(`</${piece.name}`, at);
  const end = close < 0 ? html.length : close;
  return { piece: { ...piece, content: html.slice(at, end) }, end };
}

/** Writes a start tag; the values are safe even where the tag turns out to be text. */
export function writeTag(name: string, attributes: readonly Attribute[]): string {
  const written = attributes.map(({ name: key, value }) =>
    value === null ? ` ${key}` : ` ${key}="${value.replace(UNSAFE, escapeUnsafe)}"`,
  );
  return `<${name}${written.join('')}>`;
}

const UNSAFE = /["<>]/g;
const ESCAPES: Record<string, string> = { '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function escapeUnsafe(character: string): string {
  return ESCAPES[character] ?? '';
}
