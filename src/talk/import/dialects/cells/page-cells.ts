import { escapeHtml } from '../../../html/html.ts';
import { scanHtml, writeTag, type Piece, type TagPiece } from '../../../html/tags.ts';

/** A heading of a page of slides, or a cell as Markdown. */
export type PageItem = { kind: 'heading'; words: string } | { kind: 'cell'; text: string };

/** Reads the headings and the cells of a page that Quarto made of a deck. */
export function readPage(page: string): PageItem[] {
  const items: PageItem[] = [];
  const pieces = scanHtml(page.slice(Math.max(0, page.indexOf('<div class="slides"'))));
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece?.kind !== 'open') continue;
    const isHeading = /^h[1-6]$/.test(piece.name);
    const isCell = piece.name === 'div' && classesOf(piece).includes('cell');
    if (!isHeading && !isCell) {
      if (isDrawing(piece)) addPicture(items, piece);
      continue;
    }
    const end = findEnd(pieces, at);
    const inside = pieces.slice(at + 1, end);
    items.push(
      isHeading
        ? { kind: 'heading', words: textOf(inside) }
        : { kind: 'cell', text: writeCell(inside) },
    );
    at = end;
  }
  return items;
}

/** Checks whether an element is the picture of a cell that fills its slide, which Quarto moves out of the cell. */
function isDrawing(tag: TagPiece): boolean {
  const isFull = tag.name === 'img' && classesOf(tag).includes('r-stretch');
  return isFull && /\/figure-(?:revealjs|html)\//.test(sourceOf(tag));
}

function addPicture(items: PageItem[], tag: TagPiece): void {
  const last = items.at(-1);
  if (last?.kind === 'cell') last.text = `${last.text}\n\n${writePicture(tag, '')}`.trim();
}

/** Writes what is in a cell: code and texts as fences, pictures as Markdown, and all else as HTML. */
function writeCell(pieces: readonly Piece[]): string {
  const blocks: string[] = [];
  let open: Piece[] = [];
  const flush = (): void => {
    const written = writeOpen(open);
    if (written !== '') blocks.push(written);
    open = [];
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    if (piece.kind !== 'open' || piece.name !== 'pre') {
      open.push(piece);
      continue;
    }
    flush();
    const end = findEnd(pieces, at);
    blocks.push(writeFence(pieces.slice(at, end)));
    at = end;
  }
  flush();
  return blocks.join('\n\n');
}

function writeFence(pieces: readonly Piece[]): string {
  const tags = pieces.filter((piece): piece is TagPiece => piece.kind === 'open');
  const names = tags.flatMap(classesOf);
  const steps = tags
    .flatMap(({ attributes }) => attributes)
    .find(({ name }) => name === 'data-code-line-numbers')?.value;
  const at = names.indexOf('sourceCode');
  const language =
    at < 0
      ? undefined
      : names.find((name) => !/^(?:sourceCode|numberSource|number-lines|code-.*)$/.test(name));
  const code = pieces
    .filter((piece) => piece.kind === 'text')
    .map(({ text }) => text)
    .join('')
    .replaceAll(/^\n+|\s+$/g, '');
  const mark = steps ? `{.${language ?? 'text'} code-line-numbers="${steps}"}` : (language ?? '');
  const fence = '`'.repeat(
    Math.max(3, ...(code.match(/`{3,}/g) ?? []).map(({ length }) => length + 1)),
  );
  return `${fence}${mark}\n${code}\n${fence}`;
}

/** Writes pieces without code: pictures alone as Markdown, others as HTML without the frames of cells. */
function writeOpen(pieces: readonly Piece[]): string {
  const pictures = pieces.filter(
    (piece): piece is TagPiece => piece.kind === 'open' && piece.name === 'img',
  );
  const words = textOf(pieces);
  const captions = listCaptions(pieces);
  if (pictures.length > 0 && words === captions.join('')) {
    const isRow = pieces.some(
      (piece) => piece.kind === 'open' && classesOf(piece).includes('quarto-layout-row'),
    );
    return pictures
      .map((tag, index) => writePicture(tag, captions[index] ?? ''))
      .join(isRow ? '\n' : '\n\n');
  }
  if (pictures.length === 0 && words === '' && !pieces.some(isShown)) return '';
  return pieces
    .map(writePiece)
    .join('')
    .replaceAll(/\n\s*\n/g, '\n')
    .trim();
}

function isShown(piece: Piece): boolean {
  return piece.kind === 'open' && /^(?:table|svg|video|iframe|canvas|script)$/.test(piece.name);
}

function writePiece(piece: Piece): string {
  if (piece.kind === 'text') return escapeHtml(piece.text);
  if (piece.kind === 'comment') return '';
  if (piece.kind === 'close') return piece.name === 'div' ? '' : `</${piece.name}>`;
  if (piece.name === 'div') return '';
  const attributes = piece.attributes.map(({ name, value }) => ({
    name: name === 'data-src' ? 'src' : name,
    value,
  }));
  return `${writeTag(piece.name, attributes)}${piece.content ?? ''}`;
}

function writePicture(tag: TagPiece, caption: string): string {
  const of = (name: string): string =>
    tag.attributes.find((each) => each.name === name)?.value ?? '';
  const share =
    /width:\s*(\d+(?:\.\d+)?%)/.exec(of('style'))?.[1] ?? /^\d+(?:\.\d+)?%$/.exec(of('width'))?.[0];
  const plain = (words: string): string =>
    words.replaceAll(/\s+/g, ' ').replaceAll('"', "'").trim();
  const title = caption === '' ? '' : ` "${plain(caption)}"`;
  const alt = plain(of('alt')).replaceAll(/(?=[[\]])/g, '\\');
  return `![${alt}](<${sourceOf(tag)}>${title})${share === undefined ? '' : `{width=${share}}`}`;
}

function listCaptions(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece, at) =>
    piece.kind === 'open' && piece.name === 'figcaption'
      ? textOf(pieces.slice(at + 1, findEnd(pieces, at)))
      : [],
  );
}

/** Returns the index of the tag that ends an element, or that of its own tag. */
function findEnd(pieces: readonly Piece[], from: number): number {
  const first = pieces[from];
  if (first?.kind !== 'open') return from;
  let depth = 0;
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece?.kind === 'open' && piece.name === first.name) depth++;
    if (piece?.kind === 'close' && piece.name === first.name && --depth === 0) return at;
  }
  return from;
}

function classesOf({ attributes }: TagPiece): string[] {
  return (attributes.find(({ name }) => name === 'class')?.value ?? '').split(/\s+/);
}

function sourceOf({ attributes }: TagPiece): string {
  return attributes.find(({ name }) => /^(?:data-)?src$/.test(name))?.value ?? '';
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .flatMap((piece) => (piece.kind === 'text' ? piece.text : []))
    .join('')
    .trim();
}
