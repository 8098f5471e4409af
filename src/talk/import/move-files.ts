import { parseCodeLine } from '../code/code-place.ts';
import { listCssAddresses } from '../html/css-urls.ts';
import { holdsCss, listFiles } from '../html/listed-addresses.ts';
import { scanHtml } from '../html/tags.ts';
import type { ImportedFile, ImportNote } from '../model/import/imported-deck.ts';
import type { Span } from '../model/problem.ts';
import type { HtmlToken, ImageToken, Token } from '../model/token.ts';
import { encodePath, isExternal, isPicture } from '../text/path.ts';
import { DeckSlide, type Deck } from './deck.ts';
import type { ReadContext } from './dialect.ts';
import { walkTokens } from './walk.ts';

/** The text of a slide with the addresses that its files have in the project. */
export interface MovedSlide {
  slide: DeckSlide;
  text: string;
}

/** The talk whose files are moved, and the addresses on the web that become files. */
export interface MoveOptions extends Pick<ReadContext, 'whyNotCopied'> {
  talk: string;
  fetched: ReadonlySet<string>;
  /** Whether the address of a file that is not there stays as it is written. */
  keepsMissing: boolean;
}

/** Gives every file that a deck shows its place among the assets of the talk, and writes the new addresses. */
export function moveFiles(
  deck: Deck,
  options: MoveOptions,
): { slides: MovedSlide[]; files: ImportedFile[]; remote: string[] } {
  const moves = new FileMoves(options);
  const slides = deck.slides.map((slide) => {
    const { background } = slide.keys;
    if (typeof background === 'string' && isPicture(background))
      slide.keys.background = moves.move(background, slide);
    slide.css.forEach((rules, index) => (slide.css[index] = moves.moveInCss(rules, slide)));
    return { slide, text: moveInText(slide, moves) };
  });
  const [first] = deck.slides;
  const { logo } = deck.keys;
  if (first) deck.css = deck.css.map((rules) => moves.moveInCss(rules, first));
  if (first && typeof logo === 'string') deck.keys.logo = moves.move(logo, first);
  return { slides, files: moves.files, remote: [...moves.remote] };
}

function moveInText(slide: DeckSlide, moves: FileMoves): string {
  const own = slide.edits
    .apply()
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const text = [...slide.before, own, ...slide.after].filter(Boolean).join('\n\n');
  const edited = new DeckSlide({ file: slide.file, line: 1, text });
  walkTokens(edited.tokens, (token) => {
    if (token.type === 'image')
      replaceInside(edited, token, [token.href, moves.move(token.href, slide)]);
    else if (token.type === 'snippetline') moveSnippet(edited, token, moves, slide);
    else if (token.type === 'html' && !token.pieces?.length)
      moveInHtml(edited, token, moves, slide);
    return false;
  });
  return edited.edits.apply();
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
  for (const piece of scanHtml(token.raw)) {
    if (piece.kind !== 'open') continue;
    const addresses = piece.attributes.flatMap(({ name, value }) => [
      ...listFiles(piece.name, name, value),
      ...(holdsCss(name) ? listCssAddresses(value).map(({ address }) => address) : []),
    ]);
    for (const address of addresses) {
      const at = token.raw.indexOf(address, piece.offset);
      if (at < 0 || at >= piece.end) continue;
      const from = start + at - lead;
      const moved = moves.move(address, slide);
      if (moved !== address)
        edited.edits.replace({ start: from, end: from + address.length }, moved);
    }
  }
}

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

/** The places of files in the project, one for each address. */
class FileMoves {
  readonly files: ImportedFile[] = [];
  readonly remote = new Set<string>();
  readonly #folder: string;
  readonly #options: MoveOptions;
  readonly #moved = new Map<string, string>();

  constructor(options: MoveOptions) {
    this.#folder = `assets/${options.talk}`;
    this.#options = options;
  }

  /** Returns the new address of a file; one that is elsewhere on the web stays, and is noted. */
  move(address: string, slide: DeckSlide): string {
    const isWeb = REMOTE.test(address);
    if (isWeb) this.remote.add(address);
    if (isExternal(address) && !this.#options.fetched.has(address)) {
      if (isWeb) noteRemote(address, slide);
      return address;
    }
    const from = isWeb ? address : decode(address.replace(/[?#].*$/, ''));
    const to = this.#moved.get(from) ?? this.#place(from);
    const isNew = !this.#moved.has(from);
    this.#moved.set(from, to);
    const span = findSpan(address, slide);
    const reason = isWeb ? null : this.#options.whyNotCopied(from, slide.file);
    if (isNew && reason === null) this.files.push({ from, to, span });
    if (reason !== null) {
      const became = `${reason} The talk expects it at ${to}.`;
      noteOnce({ outcome: 'manual', what: address, became, span }, slide);
      if (this.#options.keepsMissing) return address;
    }
    return `/${encodePath(to)}`;
  }

  /** Returns rules with the new addresses of the files that they name. */
  moveInCss(css: string, slide: DeckSlide): string {
    return listCssAddresses(css).reduceRight((text, { address, offset, length }) => {
      return text.slice(0, offset) + this.move(address, slide) + text.slice(offset + length);
    }, css);
  }

  #place(from: string): string {
    const local = from.replace(REMOTE, '').replace(/[?#].*$/, '');
    const parts = local.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
    const path = parts.join('/') || 'file';
    const taken = new Set(this.#moved.values());
    const dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length;
    for (let count = 1; ; count++) {
      const name = count === 1 ? path : `${path.slice(0, dot)}-${count}${path.slice(dot)}`;
      if (!taken.has(`${this.#folder}/${name}`)) return `${this.#folder}/${name}`;
    }
  }
}

function noteRemote(address: string, slide: DeckSlide): void {
  const became = 'It is on the web, and slides load nothing from there. Save it beside the talk.';
  noteOnce({ outcome: 'manual', what: address, became, span: findSpan(address, slide) }, slide);
}

function noteOnce(note: ImportNote, { notes }: DeckSlide): void {
  if (!notes.some(({ what, became }) => what === note.what && became === note.became))
    notes.push(note);
}

/** Finds where a slide names an address; its first line where the address is written in another way. */
export function findSpan(address: string, slide: DeckSlide): Span {
  const at = slide.edits.text.indexOf(address);
  const start = Math.max(0, at);
  return slide.spanOf({ start, end: at < 0 ? start : start + address.length });
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const REMOTE = /^(?:https?:)?\/\//i;
