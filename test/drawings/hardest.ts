import { compileDrawing } from './compile-drawing.ts';
import { listExpected } from './expected.ts';
import { KINDS, type Drawing, type Setting } from './drawing.ts';
import { makeDrawing } from './make-drawing.ts';

/** More values than this are a texture, and no harder to draw. */
const MAX_VALUES = 60;
/** The share of a slide that a drawing has. */
const SHARES: Partial<Record<Setting, number>> = {
  'two-columns': 0.5,
  'three-columns': 0.33,
  twice: 0.5,
  list: 0.6,
};

/** Lists the numbers of the drawings of a seed that are hardest to draw, the same number of each kind; refused ones are left out. */
export function listHardest(
  seed: number,
  { among, count }: { among: number; count: number },
): number[] {
  const numbers = Array.from({ length: among }, (_, number) => number);
  const rated = numbers.map((number) => {
    const drawing = makeDrawing(seed, number);
    return { number, kind: drawing.kind, hardness: rateDrawing(drawing) };
  });
  const most = Math.ceil(count / KINDS.length);
  const isDrawn = (number: number): boolean =>
    compileDrawing(makeDrawing(seed, number), 'drawing').problems.every(
      ({ severity }) => severity !== 'error',
    );
  const ofKinds = KINDS.flatMap((kind) => {
    const own = rated.filter((one) => one.kind === kind).sort((a, b) => b.hardness - a.hardness);
    const drawn: typeof own = [];
    for (const one of own) {
      if (drawn.length < most && isDrawn(one.number)) drawn.push(one);
    }
    return drawn;
  });
  return ofKinds.map(({ number }) => number).slice(0, count);
}

/** Rates how hard a drawing is: how many letters its names and values have, for the room it has. */
function rateDrawing(drawing: Drawing): number {
  const { spec, setting } = drawing;
  const { places, series } = listExpected(drawing);
  const height = typeof spec['height'] === 'number' ? spec['height'] / 480 : 1;
  const room = Math.min(SHARES[setting] ?? 1, height);
  const names = [...series.map(({ name }) => name), ...places.slice(0, MAX_VALUES)];
  const letters = names.reduce((sum, name) => sum + name.length, 0);
  const values = Math.min(MAX_VALUES, places.length * series.length);
  return (letters + 5 * values) / room;
}
