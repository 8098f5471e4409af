/** Longer texts are not names, and comparing them is slow. */
const MAX_NAME = 200;

/** Finds the name nearest to `wanted` by edit distance; undefined when none is near enough. */
export function findNearest(
  wanted: string,
  names: Iterable<string>,
  // A single letter is near to every other one.
  limit: number = wanted.length === 1 ? 0 : Math.max(1, Math.floor(wanted.length / 3)),
): string | undefined {
  if (wanted.length > MAX_NAME) return undefined;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of names) {
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Finds the name to propose: the nearest, or else the shortest that begins with `wanted` or with which that begins. */
export function suggestName(wanted: string, names: readonly string[]): string | undefined {
  return findNearest(wanted, names) ?? findBegun(wanted, names);
}

function findBegun(wanted: string, names: readonly string[]): string | undefined {
  const text = wanted.toLowerCase();
  if (text.length < MIN_BEGUN) return undefined;
  const begun = names.filter((name) => {
    const other = name.toLowerCase();
    return other.startsWith(text) || (other.length >= MIN_BEGUN && text.startsWith(other));
  });
  return begun.sort((a, b) => a.length - b.length)[0];
}

const MIN_BEGUN = 4;

/** Returns the name that a path of a file means: without its folder and its ending. */
export function plainName(written: string): string {
  return written.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z]{2,8}$/, '');
}

/** Finds the path with the nearest file name, and of those the nearest folder; undefined for none. */
export function findNearestPath(written: string, paths: readonly string[]): string | undefined {
  const wanted = written.replaceAll('\\', '/');
  const name = findNearest(baseName(wanted), new Set(paths.map(baseName)));
  const same = paths.filter((path) => baseName(path) === name);
  return findNearest(wanted, same) ?? same[0];
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Counts insertions, deletions, replacements and swaps of adjacent characters; stops early at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
