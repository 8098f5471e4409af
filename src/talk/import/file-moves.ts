import { listCssAddresses } from '../html/css-urls.ts';
import type { ImportedFile, ImportNote } from '../model/import/imported-deck.ts';
import type { Span } from '../model/problem.ts';
import { encodePath, isExternal } from '../text/path.ts';
import type { DeckSlide } from './deck.ts';
import type { ReadContext } from './dialect.ts';

/** The talk whose files are moved, and the addresses on the web that become files. */
export interface MoveOptions extends Pick<ReadContext, 'whyNotCopied'> {
  talk: string;
  fetched: ReadonlySet<string>;
  /** Whether the deck is one of another program; plain Markdown may hold values of a talk. */
  isForeign: boolean;
  /** Whether the address of a file that is not there stays as it is written. */
  keepsMissing: boolean;
}

/** Pictures that programs for paper print, and no browser shows. */
const UNSHOWN = /\.(?:pdf|eps|ps|tiff?|heic|psd|ai|emf|wmf)$/i;

/** The places of files in the project, one for each address. */
export class FileMoves {
  readonly files: ImportedFile[] = [];
  readonly remote = new Set<string>();
  hasMissing = false;
  readonly #folder: string;
  readonly #options: MoveOptions;
  readonly #moved = new Map<string, string>();

  constructor(options: MoveOptions) {
    this.#folder = `assets/${options.talk}`;
    this.#options = options;
  }

  /** Returns the new address of a file; one that is elsewhere on the web stays, and is noted. */
  move(written: string, slide: DeckSlide): string {
    const isOfMachine = OF_MACHINE.test(written);
    const address = isOfMachine ? nameOf(written) : written;
    const [, kind] = INLINE.exec(address) ?? [];
    if (kind !== undefined && address.length > MAX_INLINE)
      return this.#unpack(address, kind, slide);
    const isOnWeb = isWeb(address);
    if (isOnWeb) this.remote.add(address);
    if (isExternal(address) && !this.#options.fetched.has(address)) {
      if (!isOnWeb) return address;
      this.hasMissing = true;
      if (!this.#options.keepsMissing) noteRemote(address, slide);
      return address;
    }
    const from = isOnWeb ? address : decode(address.replace(/[?#].*$/, ''));
    const to = this.#moved.get(from) ?? this.#place(from);
    const isNew = !this.#moved.has(from);
    this.#moved.set(from, to);
    if (UNSHOWN.test(from)) this.hasMissing = true;
    const span = findSpan(written, slide);
    const reason = isOnWeb ? null : this.#options.whyNotCopied(from, slide.file);
    if (isNew && reason === null) this.files.push({ from, to, span });
    if (reason !== null) {
      const became = `${reason} The talk expects it at ${to}.`;
      // The compiler reports a missing file as well, at the same place.
      const isReported = this.#options.keepsMissing && reason === NO_FILE;
      if (!isReported || isOfMachine)
        noteOnce({ outcome: 'manual', what: written, became, span }, slide);
      this.hasMissing = true;
      if (this.#options.keepsMissing) return address;
    }
    // A part of a drawing is named behind its file.
    const [part = ''] = isOnWeb ? [] : (/#[^#]+$/.exec(address) ?? []);
    return `/${encodePath(to)}${part}`;
  }

  /** Returns rules with the new addresses of the files that they name. */
  moveInCss(css: string, slide: DeckSlide): string {
    return listCssAddresses(css).reduceRight((text, { address, offset, length }) => {
      const [before, after] = [text.slice(0, offset), text.slice(offset + length)];
      const isAbsent = REMOTE.test(address) && !this.#options.fetched.has(address);
      if (!isAbsent) return before + this.move(address, slide) + after;
      this.remote.add(address);
      noteRemote(address, slide);
      const opening = /\burl\(\s*["']?$/.exec(before);
      const closing = /^["']?\s*\)/.exec(after);
      const isPlain = !/@(?:font-face\s*\{[^}]*|import\s[^;]*)$/.test(before);
      if (!opening || !closing || !isPlain) return text;
      return `${before.slice(0, opening.index)}none${after.slice(closing[0].length)}`;
    }, css);
  }

  /** Gives a large picture that is written out in the text a file of its own. */
  #unpack(address: string, kind: string, slide: DeckSlide): string {
    const name = `picture.${kind === 'svg+xml' ? 'svg' : kind}`;
    const to = this.#moved.get(address) ?? this.#place(name);
    if (!this.#moved.has(address))
      this.files.push({ from: address, to, span: slide.spanOf({ start: 0, end: 0 }) });
    this.#moved.set(address, to);
    return `/${encodePath(to)}`;
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

/** Reports whether an address is one on the web. */
export function isWeb(address: string): boolean {
  return REMOTE.test(address);
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

/** Returns the name of a file that an address of another machine ends in. */
function nameOf(address: string): string {
  return (
    address
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) || 'file'
  );
}

/** The address of a file of one machine: of its author, or a drive of Windows. */
const OF_MACHINE = /^(?:file:|[a-z]:[\\/])/i;
/** A picture written out in its address, and beyond how many characters it becomes a file. */
const INLINE = /^data:image\/(png|jpe?g|gif|webp|avif|svg\+xml)\b[^,]*,/i;
const MAX_INLINE = 2000;
/** Why a file that is not there cannot be copied. */
export const NO_FILE = 'There is no such file beside the deck.';
const REMOTE = /^(?:https?:)?\/\//i;
