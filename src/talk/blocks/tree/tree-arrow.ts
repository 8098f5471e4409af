/** The facts about a box that an arrow needs. */
export interface Obstacle {
  x: number;
  y: number;
  width: number;
  height: number;
  column: number;
  isLeaf: boolean;
}

/** The route of an arrow. */
export interface Route {
  /** Path of its shaft. */
  shaft: string;
  /** Path of its head. */
  head: string;
  /** Middle of the route, at which its label or cross is placed. */
  x: number;
  y: number;
  /** Room for its label. */
  room: number;
  /** Position of the label: over the route, on it or to its right. */
  side: 'over' | 'on' | 'right';
}

type Direction = 'up' | 'down' | 'left' | 'right';

const HEAD = 11;
const DETOUR = 44;
const CORNER = 10;
const LABEL_ROOM = 130;
const CORNER_SHARE = 0.24;

/** Routes an arrow from box to box: straight to the next one, around boxes between, or across to another column. */
export function routeArrow(from: Obstacle, to: Obstacle, boxes: readonly Obstacle[]): Route {
  if (from.column !== to.column) return routeAcross(from, to);
  return isBlocked(from, to, boxes) ? routeAround(from, to) : routeStraight(from, to, boxes);
}

function isBlocked(from: Obstacle, to: Obstacle, boxes: readonly Obstacle[]): boolean {
  const top = Math.min(from.y + from.height, to.y + to.height);
  const bottom = Math.max(from.y, to.y);
  return boxes.some(
    (box) =>
      box.isLeaf && box.column === from.column && box.y >= top && box.y + box.height <= bottom,
  );
}

function routeStraight(from: Obstacle, to: Obstacle, boxes: readonly Obstacle[]): Route {
  const x = Math.max(from.x, to.x) + Math.min(from.width, to.width) / 2;
  const isDown = from.y < to.y;
  const start = isDown ? from.y + from.height : from.y;
  const end = isDown ? to.y : to.y + to.height;
  const neck = end + (isDown ? -HEAD : HEAD);
  return {
    shaft: `M${x} ${start}V${neck}`,
    head: drawHead(x, end, isDown ? 'down' : 'up'),
    x,
    y: middleOfGap(
      start,
      end,
      boxes.filter(({ column }) => column === from.column),
    ),
    room: from.width / 2 - 30,
    side: 'right',
  };
}

/** Returns the middle of the widest part of a route that no border crosses. */
function middleOfGap(start: number, end: number, boxes: readonly Obstacle[]): number {
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const borders = boxes.flatMap(({ y, height }) => [y, y + height]);
  const stops = [low, ...borders.filter((y) => y > low && y < high), high].sort((a, b) => a - b);
  const gaps = stops.slice(1).map((to, index) => ({ from: stops[index] ?? low, to }));
  const widest = gaps.reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best));
  return (widest.from + widest.to) / 2;
}

function routeAround(from: Obstacle, to: Obstacle): Route {
  const [start, end] = [from.x + from.width, to.x + to.width];
  const x = Math.max(start, end) + DETOUR;
  const [top, bottom] = [middleOf(from), middleOf(to)];
  const turn = bottom > top ? CORNER : -CORNER;
  const shaft = [
    `M${start} ${top}H${x - CORNER}`,
    `Q${x} ${top} ${x} ${top + turn}V${bottom - turn}`,
    `Q${x} ${bottom} ${x - CORNER} ${bottom}H${end + HEAD}`,
  ].join('');
  const y = (top + bottom) / 2;
  return { shaft, head: drawHead(end, bottom, 'left'), x, y, room: LABEL_ROOM, side: 'right' };
}

function routeAcross(from: Obstacle, to: Obstacle): Route {
  const isRight = from.column < to.column;
  const start = isRight ? from.x + from.width : from.x;
  const end = isRight ? to.x : to.x + to.width;
  const neck = end + (isRight ? -HEAD : HEAD);
  const x = (start + end) / 2;
  const target = middleOf(to);
  const room = Math.abs(end - start) - 8;
  const head = drawHead(end, target, isRight ? 'right' : 'left');
  const level = middleOf(from);
  if (Math.abs(level - target) < 1) {
    return { shaft: `M${start} ${level}H${neck}`, head, x, y: level, room, side: 'over' };
  }
  // Slanted routes start below or above the middle, where level ones start.
  const y = from.y + from.height * (target > level ? 1 - CORNER_SHARE : CORNER_SHARE);
  const shaft = `M${start} ${y}C${x} ${y} ${x} ${target} ${neck} ${target}`;
  return { shaft, head, x, y: (y + target) / 2, room, side: 'on' };
}

function middleOf({ y, height }: Obstacle): number {
  return y + height / 2;
}

function drawHead(x: number, y: number, direction: Direction): string {
  const wing = HEAD * 0.62;
  switch (direction) {
    case 'down':
      return `M${x} ${y}L${x - wing} ${y - HEAD}H${x + wing}Z`;
    case 'up':
      return `M${x} ${y}L${x - wing} ${y + HEAD}H${x + wing}Z`;
    case 'right':
      return `M${x} ${y}L${x - HEAD} ${y - wing}V${y + wing}Z`;
    case 'left':
      return `M${x} ${y}L${x + HEAD} ${y - wing}V${y + wing}Z`;
  }
}
