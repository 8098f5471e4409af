import type { Random } from '../fuzz/random.ts';
import type { Row } from '../../src/talk/model/dataset.ts';
import type { Body } from './drawing.ts';
import { makeDates, makeNames } from './make-names.ts';
import { pickValues } from './make-values.ts';
import { pickCount } from './pick-count.ts';

/** Makes the rows of a histogram, in bins that are picked, asked for or given. */
export function makeHistogram(random: Random): Body {
  const names = makeNames(random, pickCount(random, 500));
  const make = pickValues(random);
  const rows = names.map((name): Row => ({ name, value: make() }));
  const bins = random.chance(0.3) ? { bins: 1 + random.below(40) } : {};
  return { rows, key: 'name', spec: { type: 'histogram', x: 'value', ...bins } };
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Makes the cells of a heatmap: days by hours, or names by names; some cells have no row. */
export function makeHeatmap(random: Random): Body {
  const isHours = random.chance(0.4);
  const across = isHours
    ? Array.from({ length: 24 }, (_, hour) => String(hour))
    : makeNames(random, pickCount(random, 60));
  const down = isHours ? DAYS : makeNames(random, pickCount(random, 18));
  const make = pickValues(random);
  const missing = random.chance(0.3) ? 0.2 : 0;
  const rows = down.flatMap((row) =>
    across
      .filter(() => !random.chance(missing))
      .map((column): Row => ({ row, column, value: make() })),
  );
  // One cell at least is there.
  const all = rows.length > 0 ? rows : [{ row: down[0] ?? '', column: across[0] ?? '', value: 1 }];
  return { rows: all, key: null, spec: { type: 'heatmap', x: 'column', label: 'row', y: 'value' } };
}

const FACETED = ['line', 'area', 'column', 'stacked'];

/** Makes small charts of one kind, each with some series. */
export function makeFacets(random: Random): Body {
  const type = random.pick(FACETED);
  const parts = makeNames(random, 1 + random.below(12));
  const isDated = random.chance(0.7);
  const count = pickCount(random, Math.floor(500 / parts.length));
  const places = isDated ? makeDates(random, count) : makeNames(random, count);
  const names = random.chance(0.5) ? ['value'] : ['first', 'second'];
  const make = pickValues(random, { isPositive: type === 'stacked' });
  const along = isDated ? 'asOf' : 'name';
  const rows = parts.flatMap((part) =>
    places.map((place) => {
      const row: Row = { [along]: place, part };
      for (const name of names) row[name] = make();
      return row;
    }),
  );
  const x = isDated ? 'date' : 'name';
  const spec = { type, x, y: names.length === 1 ? 'value' : names, facet: 'part' };
  return { rows, key: isDated ? 'part' : null, spec };
}
