import type { Random } from '../fuzz/random.ts';
import type { Cell, DatasetView, Row } from '../../src/talk/model/dataset.ts';

/** Makes another state of a dataset, as live rows could: fewer or more rows, values of another size or sign, and missing ones. */
export function alterView(random: Random, view: DatasetView): DatasetView {
  const factor = random.pick([1, 1, 100, -1, 0.001]);
  const [lost, missing] = [random.pick([0, 0.3, 0.9]), random.pick([0, 0, 0.3])];
  const alter = (cell: Cell | undefined): Cell | undefined => {
    if (typeof cell !== 'number') return cell;
    return random.chance(missing) ? null : Number((cell * factor).toPrecision(4));
  };
  const rows = view.rows
    .filter((_, index) => index === 0 || !random.chance(lost))
    .map((row) => changeCells(row, alter));
  const renamed = view.rows
    .slice(0, random.pick([0, 0, 3]))
    .map((row) => changeCells(row, (cell) => (typeof cell === 'string' ? `${cell} new` : cell)));
  return { ...view, rows: [...rows, ...renamed] };
}

function changeCells(row: Row, change: (cell: Cell | undefined) => Cell | undefined): Row {
  const { asOf, source, ...cells } = row;
  const changed = Object.entries(cells).map(([name, cell]) => [name, change(cell as Cell)]);
  return { ...row, ...Object.fromEntries(changed), asOf, source } as Row;
}
