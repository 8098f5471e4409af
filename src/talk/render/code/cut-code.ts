/** Lines in a part of code, at most and at least. */
const MAX_PART = 14;
const MIN_PART = 7;
/** What a cut costs, compared with the squares of how many lines parts differ from equal ones. */
const COST = { closed: 2, other: 10 };
/** What another part than the fewest costs. */
const MORE = 12;
/** A line that closes what lines before it opened. */
const CLOSING = /^\s*(?:[)\]}]+[\s;,]*|<\/[\w-]+>|end[;,.)]*|fi|done|esac)\s*$/;

/** A way to cut lines up to one of them: what it costs, and where its parts end. */
interface Cut {
  cost: number;
  ends: readonly number[];
}

/**
 * Cuts long code into parts that can be read, of about the same length; where it is near, behind a blank line or what
 * closes a piece of code. Returns the indexes of their lines.
 */
export function cutCode(texts: readonly string[]): number[][] {
  const fewest = Math.max(1, Math.ceil(texts.length / MAX_PART));
  const hasMore = texts.length >= (fewest + 1) * MIN_PART;
  const cuts = [fewest, ...(hasMore ? [fewest + 1] : [])].map((count) => {
    const { cost, ends } = cutInto(texts, count);
    return { cost: cost + (count - fewest) * MORE, ends };
  });
  const [best] = cuts.sort((a, b) => a.cost - b.cost);
  let first = 0;
  return (best?.ends ?? []).map((end) => {
    const part = Array.from({ length: end - first }, (_, index) => first + index);
    first = end;
    return part;
  });
}

/** Cuts lines into a number of parts at the least cost. */
function cutInto(texts: readonly string[], count: number): Cut {
  const wanted = texts.length / count;
  let cuts = new Map<number, Cut>([[0, { cost: 0, ends: [] }]]);
  for (let part = 1; part <= count; part++) {
    const next = new Map<number, Cut>();
    for (const [first, { cost, ends }] of cuts) {
      for (const end of listEnds(first, texts.length, part === count)) {
        const all = cost + (end - first - wanted) ** 2 + costAt(texts, end);
        const known = next.get(end);
        if (!known || all < known.cost) next.set(end, { cost: all, ends: [...ends, end] });
      }
    }
    cuts = next;
  }
  return cuts.get(texts.length) ?? { cost: Infinity, ends: [] };
}

/** Lists where a part can end that begins at a line; the last one ends with the code. */
function listEnds(first: number, length: number, isLast: boolean): number[] {
  if (isLast) return length - first <= MAX_PART ? [length] : [];
  const most = Math.min(MAX_PART, length - first);
  return Array.from({ length: Math.max(0, most - MIN_PART + 1) }, (_, at) => first + MIN_PART + at);
}

function costAt(texts: readonly string[], end: number): number {
  const [before = '', after] = [texts[end - 1], texts[end]];
  if (after === undefined || before.trim() === '') return 0;
  // A blank line belongs to what is before it.
  return CLOSING.test(before) && after.trim() !== '' ? COST.closed : COST.other;
}
