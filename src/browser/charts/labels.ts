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

/** Picks the labels of a row to write so that none overlap; the last is always included. */
export function thinLabels(
  centers: readonly number[],
  widths: readonly number[],
  gap: number,
): boolean[] {
  const count = centers.length;
  for (let stride = 1; stride < count; stride++) {
    if (!isFree(centers, widths, stride, gap)) continue;
    return centers.map((_, index) => (count - 1 - index) % stride === 0);
  }
  return centers.map((_, index) => index === count - 1);
}

function isFree(
  centers: readonly number[],
  widths: readonly number[],
  stride: number,
  gap: number,
): boolean {
  let edge = -Infinity;
  for (let index = (centers.length - 1) % stride; index < centers.length; index += stride) {
    const center = centers[index] ?? 0;
    const half = (widths[index] ?? 0) / 2;
    if (center - half < edge + gap) return false;
    edge = center + half;
  }
  return true;
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
