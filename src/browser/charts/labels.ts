/** A requested label position, with the height it needs. */
export interface LabelRequest {
  at: number;
  height: number;
}

interface Cluster {
  members: number[];
  /** Total height of its members. */
  height: number;
  /** Where its top would best be, as the mean of its members' requests. */
  top: number;
}

/** Moves labels apart as little as possible, within bounds; the result is in the order of the requests. */
export function spreadLabels(
  requests: readonly LabelRequest[],
  [low, high]: readonly [number, number],
): number[] {
  const order = requests
    .map((_, index) => index)
    .sort((a, b) => atOf(requests, a) - atOf(requests, b));
  let clusters: Cluster[] = [];
  for (const index of order) {
    let cluster = makeCluster([index], requests, low, high);
    let before = clusters.at(-1);
    while (before && before.top + before.height > cluster.top) {
      clusters = clusters.slice(0, -1);
      cluster = makeCluster([...before.members, ...cluster.members], requests, low, high);
      before = clusters.at(-1);
    }
    clusters.push(cluster);
  }
  const places = requests.map(() => 0);
  for (const { members, top } of clusters) {
    let edge = top;
    for (const index of members) {
      const height = requests[index]?.height ?? 0;
      places[index] = edge + height / 2;
      edge += height;
    }
  }
  return places;
}

/**
 * Picks the labels of a row to write so that none overlap: every n-th, with the first and the last. Where their number
 * allows no such n, labels count from the last, and the first replaces the one that is in its way.
 */
export function thinLabels(
  centers: readonly number[],
  widths: readonly number[],
  gap: number,
): boolean[] {
  const last = centers.length - 1;
  const row = { centers, widths, gap };
  let least = 1;
  while (least < last && !isFree(row, least)) least++;
  const isEven = (stride: number): boolean => last % stride === 0 && isFree(row, stride);
  for (let stride = least; stride <= Math.min(2 * least, last); stride++) {
    if (isEven(stride)) return centers.map((_, index) => index % stride === 0);
  }
  const kept = centers.map((_, index) => (last - index) % least === 0);
  const next = kept.indexOf(true, 1);
  if (next > 0 && next < last && !areApart(row, 0, next)) kept[next] = false;
  const after = kept.indexOf(true, 1);
  if (after > 0) kept[0] = areApart(row, 0, after);
  return kept;
}

interface LabelRow {
  centers: readonly number[];
  widths: readonly number[];
  gap: number;
}

/** Reports whether every n-th label, counted from the last, is clear of the next. */
function isFree(row: LabelRow, stride: number): boolean {
  for (let index = row.centers.length - 1; index >= stride; index -= stride) {
    if (!areApart(row, index - stride, index)) return false;
  }
  return true;
}

function areApart({ centers, widths, gap }: LabelRow, left: number, right: number): boolean {
  const half = ((widths[left] ?? 0) + (widths[right] ?? 0)) / 2;
  return (centers[right] ?? 0) - (centers[left] ?? 0) >= half + gap;
}

function makeCluster(
  members: number[],
  requests: readonly LabelRequest[],
  low: number,
  high: number,
): Cluster {
  let height = 0;
  let sum = 0;
  for (const index of members) {
    const own = requests[index]?.height ?? 0;
    sum += atOf(requests, index) - height - own / 2;
    height += own;
  }
  const top = Math.max(low, Math.min(high - height, sum / members.length));
  return { members, height, top };
}

function atOf(requests: readonly LabelRequest[], index: number): number {
  return requests[index]?.at ?? 0;
}
