import { parseCodeLine } from '../code/code-place.ts';
import { listCssAddresses } from '../html/css-urls.ts';
import { holdsCss, listFiles } from '../html/listed-addresses.ts';
import { scanHtml, type TagPiece } from '../html/tags.ts';
import type { ImportedFile } from '../model/import/imported-deck.ts';
import type { HtmlToken, ImageToken, Token } from '../model/token.ts';
import { isExternal, isPicture } from '../text/path.ts';
import { DeckSlide, toLine, type Deck } from './deck.ts';
import { FileMoves, isWeb, type MoveOptions } from './file-moves.ts';
import { settleStyles } from './translate/deck-rules.ts';
import { renameClasses } from './translate/own-classes.ts';
import { frameFloats } from './translate/elements/floats.ts';
import { settleText } from './translate/settle/settle-text.ts';
import { walkTokens } from './walk.ts';

/** The text of a slide with the addresses that its files have in the project. */
export interface MovedSlide {
  slide: DeckSlide;
  text: string;
}

/** Gives every file that a deck shows its place among the assets of the talk, and writes the new addresses. */
export function moveFiles(
  deck: Deck,
  options: MoveOptions,
): { slides: MovedSlide[]; files: ImportedFile[]; remote: string[] } {
  const moves = new FileMoves(options);
  const slides = deck.slides.map((slide) => {
    const { background } = slide.keys;
    if (typeof background === 'string' && (isPicture(background) || isWeb(background)))
      slide.keys.background = moves.move(background, slide);
    slide.css.forEach((rules, index) => (slide.css[index] = moves.moveInCss(rules, slide)));
    slide.speakerNotes.forEach(
      (part, index) => (slide.speakerNotes[index] = moveInPart(part, slide, moves).apply()),
    );
    return { slide, text: moveInText(slide, moves, options.isForeign ? deck.css : null) };
  });
  const [first] = deck.slides;
  const { logo } = deck.keys;
  if (first) deck.css = deck.css.map((rules) => moves.moveInCss(rules, first));
  if (first && typeof logo === 'string') {
    const moved = moves.move(logo, first);
    if (isExternal(moved)) delete deck.keys.logo;
    else deck.keys.logo = moved;
  }
  if (moves.hasMissing) deck.keys.placeholders = true;
  return { slides, files: moves.files, remote: [...moves.remote] };
}

/** Moves the files that a slide shows; with the rules of a deck, its text is settled as well. */
function moveInText(slide: DeckSlide, moves: FileMoves, css: readonly string[] | null): string {
  const own = slide.edits
    .apply()
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const whole = [...slide.before, own, ...slide.after].filter(Boolean).join('\n\n');
  const text = css ? frameFloats(whole, [...css, ...slide.css].join('\n')) : whole;
  const moved = moveInPart(text, slide, moves, css).apply();
  return css ? renameClasses(settleStyles(moved, slide)) : moved;
}

/** Moves the files that a part of a slide shows, its text or its notes. */
function moveInPart(
  text: string,
  slide: DeckSlide,
  moves: FileMoves,
  css: readonly string[] | null = null,
): DeckSlide['edits'] {
  const edited = new DeckSlide({ file: slide.file, line: 1, text });
  if (css) settleText(edited, slide, css);
  walkTokens(edited.tokens, (token) => {
    if (token.type === 'image' && token.href === '') dropEmpty(edited, token, slide);
    else if (token.type === 'image')
      replaceInside(edited, token, [token.href, moves.move(token.href, slide)]);
    else if (token.type === 'def') moveDefinition(edited, token, moves, slide);
    else if (token.type === 'snippetline') moveSnippet(edited, token, moves, slide);
    else if (token.type === 'html' && !token.pieces?.length)
      moveInHtml(edited, token, moves, slide);
    return false;
  });
  return edited.edits;
}

/** Leaves out a picture without an address. */
function dropEmpty(edited: DeckSlide, token: ImageToken, slide: DeckSlide): void {
  edited.replace(token, '');
  const became = 'This picture names no file.';
  slide.notes.push({
    outcome: 'dropped',
    what: toLine(token.raw),
    became,
    span: slide.spanOf({ start: 0, end: 0 }),
  });
}

/** Moves the picture that a definition names for the pictures that refer to it. */
function moveDefinition(edited: DeckSlide, token: Token, moves: FileMoves, slide: DeckSlide): void {
  const [, lead = '', address = ''] = /^(\s*\[[^\]]+\]:\s*<?)([^\s>]+)/.exec(token.raw) ?? [];
  if (!isPicture(address) || isExternal(address)) return;
  const start = edited.stretch(token).start + lead.trimStart().length;
  edited.edits.replace({ start, end: start + address.length }, moves.move(address, slide));
}

/** Moves the file from which a line takes code; a place in a repository stays. */
function moveSnippet(edited: DeckSlide, token: Token, moves: FileMoves, slide: DeckSlide): void {
  const line = parseCodeLine(token.raw);
  if (line?.place?.kind !== 'file') return;
  const { path } = line.place;
  const { start } = edited.stretch(token);
  const at = edited.edits.text.indexOf(line.written, start);
  const moved = decodeURIComponent(moves.move(path, slide));
  if (at >= 0)
    edited.edits.replace({ start: at, end: at + line.written.replace(/#.*$/, '').length }, moved);
}

function moveInHtml(edited: DeckSlide, token: HtmlToken, moves: FileMoves, slide: DeckSlide): void {
  const { start } = edited.stretch(token);
  const lead = token.raw.length - token.raw.trimStart().length;
  // The place of an indented tag may be that of its blanks.
  const first = edited.edits.text.startsWith(token.raw, start) ? start : start - lead;
  for (const piece of scanHtml(token.raw)) {
    if (piece.kind !== 'open') continue;
    if (LAZY.test(piece.name)) loadAtOnce(piece, { token, first, edited });
    const addresses = piece.attributes.flatMap(({ name, value }) => [
      ...listFiles(piece.name, name, value),
      ...(holdsCss(name) ? listCssAddresses(value).map(({ address }) => address) : []),
    ]);
    for (const address of addresses) {
      const at = token.raw.indexOf(address, piece.offset);
      if (at < 0 || at >= piece.end) continue;
      const from = first + at;
      const moved = moves.move(address, slide);
      if (moved !== address)
        edited.edits.replace({ start: from, end: from + address.length }, moved);
    }
  }
}

/** Gives a picture or a film the address that a program would load later. */
function loadAtOnce(
  { attributes, offset, end }: TagPiece,
  { token, first, edited }: { token: HtmlToken; first: number; edited: DeckSlide },
): void {
  const hasAddress = attributes.some(({ name, value }) => name === 'src' && value !== '');
  const [found] = [...token.raw.slice(offset, end).matchAll(/\sdata-src(?==)/g)];
  if (hasAddress || !found) return;
  const start = first + offset + found.index + 1;
  edited.edits.replace({ start, end: start + 'data-src'.length }, 'src');
}

const LAZY = /^(?:img|iframe|video|audio|source)$/;

/** Replaces a word in a token, where it is written as it is read. */
function replaceInside(edited: DeckSlide, token: ImageToken, [word, by]: [string, string]): void {
  if (word === by) return;
  const stretch = edited.stretch(token);
  const at = edited.edits.text
    .slice(stretch.start, stretch.end)
    .indexOf(word, token.text.length + 2);
  if (at < 0) return;
  const start = stretch.start + at;
  edited.edits.replace({ start, end: start + word.length }, by);
}
