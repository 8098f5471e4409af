import { defineDataset, formats, v } from 'rostrum';

/** Stable releases of Rust, the first and the last of each six-week cycle. */
export default defineDataset({
  key: 'cycle',
  schema: v.object({
    asOf: v.pipe(v.string(), v.isoDate()),
    cycle: v.string(),
    version: v.string(),
    llvm: v.nullable(v.string()),
    source: v.string(),
  }),
  refresh: {
    id: 'endoflife',
    source: { name: 'endoflife.date', url: 'https://endoflife.date/rust', licence: 'MIT' },
    minInterval: '6h',
    updatePeriod: '42d',
    staleAfter: '90d',
    ask: { url: 'https://endoflife.date/api/v1/products/rust', format: 'json' },
    parse({ answer }, { last }) {
      const first = last?.rows[0]?.asOf ?? '';
      const cycles = formats.readProduct(answer).cycles.filter(({ released }) => released >= first);
      const rows = cycles.flatMap(({ name, released, latest }) => {
        const start = { asOf: released, cycle: name, version: `${name}.0` };
        const day = latest?.released;
        if (!day || latest.version === start.version) return [start];
        return [start, { asOf: day, cycle: name, version: latest.version }];
      });
      return { rows, isWhole: true };
    },
    blank: { llvm: null },
  },
});
