/** An item of both lists, or of one. */
export interface Aligned {
  kind: 'same' | 'gone' | 'added';
  text: string;
}

/** Above this number of comparisons two lists count as entirely different. */
const MAX_COMPARISONS = 4_000_000;

/** Aligns two lists by their longest common subsequence; in a gap, removed items come first. */
export function alignLists(before: readonly string[], after: readonly string[]): Aligned[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    ...mark('same', before.slice(0, start)),
    ...alignMiddle(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...mark('same', before.slice(before.length - end)),
  ];
}

function alignMiddle(before: readonly string[], after: readonly string[]): Aligned[] {
  if (before.length * after.length > MAX_COMPARISONS) {
    return [...mark('gone', before), ...mark('added', after)];
  }
  const lengths = measureCommon(before, after);
  const aligned: Aligned[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      aligned.push({ kind: 'same', text: before[i] ?? '' });
      i++;
      j++;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
      aligned.push({ kind: 'gone', text: before[i++] ?? '' });
    } else {
      aligned.push({ kind: 'added', text: after[j++] ?? '' });
    }
  }
  return [...aligned, ...mark('gone', before.slice(i)), ...mark('added', after.slice(j))];
}

/** Measures the longest common subsequence of every pair of suffixes. */
function measureCommon(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const row = (): Uint16Array => new Uint16Array(after.length + 1);
  const lengths = Array.from({ length: before.length + 1 }, row);
  for (let i = before.length - 1; i >= 0; i--) {
    const [here, below] = [lengths[i] ?? row(), lengths[i + 1] ?? row()];
    for (let j = after.length - 1; j >= 0; j--) {
      const longest = Math.max(below[j] ?? 0, here[j + 1] ?? 0);
      here[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : longest;
    }
  }
  return lengths;
}

function mark(kind: Aligned['kind'], list: readonly string[]): Aligned[] {
  return list.map((text) => ({ kind, text }));
}
