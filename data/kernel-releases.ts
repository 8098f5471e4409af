import { defineDataset, formats, v } from 'rostrum';
import { readKernelReleases } from 'rostrum/kernel';

const version = v.pipe(v.string(), v.regex(/^\d+\.\d+$/));
const day = v.pipe(v.string(), v.isoDate());

/** The first release that the talks tell of. */
const FIRST = '6.8';

type Current = ReturnType<typeof readKernelReleases>;

/** The release that is in the making, while mainline is at a candidate of it. */
function findNext(current: Current, last: { name: string; released: string } | undefined) {
  const mainline = current.find(({ moniker }) => moniker === 'mainline');
  const [, name, candidate] = /^(\d+\.\d+)-rc(\d+)$/.exec(mainline?.version ?? '') ?? [];
  if (!name || !last || formats.compareVersions(name, last.name) <= 0) return null;
  // The merge window ends with the first candidate; of later ones it is not known when that was.
  const closed = candidate === '1' ? (mainline?.released ?? null) : null;
  return {
    version: name,
    previous: last.name,
    released: null,
    mergeWindow: { opened: last.released, closed },
    longterm: false,
    eol: null,
  };
}

/** Linux releases: when each was made, which Rust it is built with, and what it brought for Rust. */
export default defineDataset({
  key: 'version',
  schema: v.object({
    version,
    previous: v.nullable(version),
    released: v.nullable(day),
    mergeWindow: v.object({ opened: v.nullable(day), closed: v.nullable(day) }),
    rc1: v.nullable(v.object({ tagged: day, commit: v.string() })),
    longterm: v.boolean(),
    eol: v.nullable(day),
    rust: v.nullable(v.object({ version: v.string(), kind: v.picklist(['exact', 'minimum']) })),
    bindgen: v.nullable(v.string()),
    unstableDropped: v.nullable(v.string()),
    highlights: v.array(
      v.object({
        text: v.string(),
        planned: v.boolean(),
        landed: v.optional(v.nullable(version)),
      }),
    ),
    source: v.string(),
  }),
  refresh: {
    id: 'endoflife',
    source: { name: 'endoflife.date', url: 'https://endoflife.date/linux', licence: 'MIT' },
    minInterval: '6h',
    updatePeriod: '7d',
    staleAfter: '60d',
    since: 'released',
    ask: {
      history: { url: 'https://endoflife.date/api/v1/products/linux', format: 'json' },
      current: { url: 'https://www.kernel.org/releases.json', format: 'json' },
    },
    parse({ history, current }, { last }) {
      const known = new Set(last?.rows.map((row) => row['version']));
      const { cycles } = formats.readProduct(history);
      const releases = cycles.filter((cycle) => formats.compareVersions(cycle.name, FIRST) >= 0);
      const before = (cycle: (typeof cycles)[number]) => cycles[cycles.indexOf(cycle) - 1]?.name;
      const rows = releases.map((cycle) => ({
        version: cycle.name,
        ...(known.has(cycle.name) ? {} : { previous: before(cycle) ?? null }),
        released: cycle.released,
        longterm: cycle.isLongterm,
        eol: cycle.eol,
      }));
      const next = findNext(readKernelReleases(current), releases.at(-1));
      return { rows: next ? [...rows, next] : rows, isWhole: true };
    },
    blank: {
      mergeWindow: { opened: null, closed: null },
      rc1: null,
      rust: null,
      bindgen: null,
      unstableDropped: null,
      highlights: [],
    },
  },
});
