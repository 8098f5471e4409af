/** A text above a plot, with a leader that goes down from it. */
export interface FlagRequest {
  /** Position of its leader. */
  x: number;
  width: number;
}

/** Where the text of a flag is: its left edge, and its row, 0 for the lowest. */
export interface Flag {
  left: number;
  row: number;
  /** Whether its leader begins below the text rather than beside it. */
  isOver: boolean;
}

/** From a leader to the text beside it. */
const LEADER_GAP = 8;
const GAP = 14;
/** From a text to a leader of another. */
const CLEAR = 4;

/**
 * Arranges texts above a plot in few rows, so that no text overlaps another and no leader crosses a text. A text is
 * right of its leader, left of it or over it, in this order of preference; the result is in the order of the requests.
 */
export function arrangeFlags(requests: readonly FlagRequest[], width: number): Flag[] {
  for (let rows = 1; rows <= requests.length; rows++) {
    const found = place({ requests, width, rows }, []);
    if (found) return found;
  }
  return requests.map(({ x, width: own }, row) => overLeader(x, own, { width, row }));
}

interface Room {
  requests: readonly FlagRequest[];
  width: number;
  rows: number;
}

/** Places the next flag where it is free of all placed ones; goes back when a later one finds no room. */
function place(room: Room, placed: readonly Flag[]): Flag[] | null {
  const request = room.requests[placed.length];
  if (!request) return [...placed];
  for (const flag of listPlaces(request, room)) {
    const isFree = placed.every((other, index) => {
      const before = room.requests[index];
      return before === undefined || !collide(request, flag, before, other);
    });
    const found = isFree ? place(room, [...placed, flag]) : null;
    if (found) return found;
  }
  return null;
}

function listPlaces({ x, width: own }: FlagRequest, { width, rows }: Room): Flag[] {
  const sides = [x + LEADER_GAP, x - LEADER_GAP - own];
  const all = Array.from({ length: rows }, (_, row) => row);
  const beside = sides
    .filter((left) => left >= 0 && left + own <= width)
    .flatMap((left) => all.map((row): Flag => ({ left, row, isOver: false })));
  return [...beside, ...all.map((row) => overLeader(x, own, { width, row }))];
}

function overLeader(
  x: number,
  own: number,
  { width, row }: Pick<Room, 'width'> & { row: number },
): Flag {
  return { left: Math.max(0, Math.min(width - own, x - own / 2)), row, isOver: true };
}

function collide(a: FlagRequest, flagA: Flag, b: FlagRequest, flagB: Flag): boolean {
  if (flagA.row === flagB.row) {
    // Beside each other, the leader of one may be between both texts.
    const [first, second] = flagA.left < flagB.left ? [flagA, flagB] : [flagB, flagA];
    const width = first === flagA ? a.width : b.width;
    return (
      first.left + width + GAP > second.left || hasLeader(flagA, a, b) || hasLeader(flagB, b, a)
    );
  }
  return flagA.row > flagB.row ? hasLeader(flagB, b, a) : hasLeader(flagA, a, b);
}

/** Reports whether the leader of another flag goes through the text of a flag. */
function hasLeader({ left }: Flag, { width }: FlagRequest, { x }: FlagRequest): boolean {
  return x > left - CLEAR && x < left + width + CLEAR;
}
