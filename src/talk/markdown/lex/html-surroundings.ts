import { isTextElement, isVoid, scanHtml, type Piece } from '../../html/tags.ts';

/** What is around a line that would be a cut. */
export interface Surroundings {
  /** The innermost element that is closed below; undefined without one, and where lines of dashes are text. */
  holder?: string | undefined;
  /** Whether it is within such an element, a tag or a comment. */
  isWithin: boolean;
  isOpen: boolean;
}

/** Builds a function that checks what is around a place, as a browser reads the text; places must ascend. */
export function createInspector(html: string): (at: number) => Surroundings {
  const pieces = scanHtml(html).filter(isMarkup);
  const lastEnds = new Map(pieces.map((piece) => [nameOfEnd(piece), piece.offset]));
  const open = new OpenNames();
  let next = 0;
  return (at) => {
    for (; next < pieces.length; next++) {
      const piece = pieces[next];
      if (!piece || piece.offset >= at) break;
      if (piece.end > at) return inspectPiece(piece, at, pieces[next + 1]);
      if (piece.kind === 'open' || piece.kind === 'close')
        open.read(piece.name, piece.kind === 'close');
    }
    const names = open.list();
    const holders = names.filter((name) => (lastEnds.get(name) ?? -1) >= at);
    const isWithin = holders.length > 0;
    const holder = holders.some(isVerbatim) ? undefined : holders.at(-1);
    return { holder, isWithin, isOpen: names.length > 0 };
  };
}

/** Checks whether a piece is more than words between tags; a tag that the text does not finish is a piece of text. */
function isMarkup(piece: Piece): boolean {
  return piece.kind !== 'text' || UNFINISHED.test(piece.text);
}

/** Returns what is around a place in a tag, a comment or the text of an element that holds nothing else. */
function inspectPiece(piece: Piece, at: number, after: Piece | undefined): Surroundings {
  const isText = piece.kind === 'open' && at >= piece.textOffset;
  const isClosed = !isText || (after !== undefined && nameOfEnd(after) === piece.name);
  return { isWithin: isClosed, isOpen: true };
}

function nameOfEnd(piece: Piece): string {
  return piece.kind === 'close' ? piece.name : '';
}

/** Checks whether a line of dashes is text in an element. */
function isVerbatim(name: string): boolean {
  return name === 'pre' || isTextElement(name);
}

/** The names of open elements; each tag takes constant time. */
class OpenNames {
  readonly #stack: string[] = [];
  readonly #counts = new Map<string, number>();

  read(name: string, isClosing: boolean): void {
    if (!isClosing) {
      if (isVoid(name)) return;
      this.#stack.push(name);
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
      return;
    }
    while (this.#counts.has(name)) {
      const last = this.#stack.pop() ?? name;
      const count = (this.#counts.get(last) ?? 1) - 1;
      if (count > 0) this.#counts.set(last, count);
      else this.#counts.delete(last);
      if (last === name) return;
    }
  }

  list(): string[] {
    return [...this.#counts.keys()];
  }
}

const UNFINISHED = /^<[a-z/]/i;
