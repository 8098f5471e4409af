/** What is around a line that would be a cut. */
export interface Surroundings {
  /** The innermost element that is closed below; undefined without one, and where lines of dashes are text. */
  holder?: string | undefined;
  /** Whether it is within such an element, a tag or a comment. */
  isWithin: boolean;
  isOpen: boolean;
}

/** Builds a function that checks what is around a place; places must ascend. */
export function makeLook(html: string): (at: number) => Surroundings {
  const tags = html.matchAll(TAGS);
  const open = new OpenNames();
  const lower = html.toLowerCase();
  let closings: Map<string, number> | null = null;
  let next = tags.next();
  return (at) => {
    for (; !next.done && next.value.index < at; next = tags.next()) {
      const { index, 0: tag, 1: slash, 2: name = '' } = next.value;
      if (index + tag.length > at) return { isWithin: true, isOpen: true };
      open.read(name.toLowerCase(), slash === '/');
    }
    const names = open.list().filter((name) => lower.lastIndexOf(`</${name}`) >= at);
    if (names.length > 0) closings ??= findLastEnds(html);
    const holders = names.filter((name) => (closings?.get(name) ?? -1) >= at);
    const isWithin = holders.length > 0;
    const holder = holders.some((name) => TEXT_ELEMENTS.has(name)) ? undefined : holders.at(-1);
    return { holder, isWithin, isOpen: isWithin || open.list().length > 0 };
  };
}

/** Finds the last end tag of each name. */
function findLastEnds(html: string): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { index, 1: slash, 2: name = '' } of html.matchAll(TAGS)) {
    if (slash === '/') ends.set(name.toLowerCase(), index);
  }
  return ends;
}

/** The names of open elements; each tag takes constant time. */
class OpenNames {
  readonly #stack: string[] = [];
  readonly #counts = new Map<string, number>();

  read(name: string, isClosing: boolean): void {
    if (!isClosing) {
      if (UNPAIRED.has(name)) return;
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

/** A comment, or a tag with its name. */
const TAGS =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][\w-]*)(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^>"'])*(?:>|$)/g;
/** Elements without an end tag, and comments. */
const UNPAIRED = new Set([
  '',
  ...'area base br col embed hr img input link meta source track wbr'.split(' '),
]);
/** Elements in which a line of dashes is text. */
const TEXT_ELEMENTS = new Set(['pre', 'textarea', 'script', 'style', 'title', 'xmp']);
