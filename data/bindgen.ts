import { defineDataset, formats, v } from 'rostrum';

/** Releases of bindgen, by the day of their tag. */
export default defineDataset({
  key: 'version',
  schema: v.object({ asOf: v.pipe(v.string(), v.isoDate()), version: v.string() }),
  refresh: {
    id: 'crates',
    source: {
      name: 'crates.io, bindgen',
      url: 'https://crates.io/crates/bindgen/versions',
      licence: 'BSD-3-Clause',
    },
    minInterval: '6h',
    updatePeriod: '90d',
    staleAfter: '365d',
    ask: { url: 'https://index.crates.io/bi/nd/bindgen', format: 'json-lines' },
    parse({ answer }, { last, today }) {
      const known = new Map(last?.rows.map((row) => [row['version'], row]));
      const first = String(last?.rows[0]?.['version'] ?? '0.0.0');
      const rows = formats
        .readCrateIndex(answer)
        .filter(({ version, isYanked }) => !isYanked && !version.includes('-'))
        .filter(({ version }) => formats.compareVersions(version, first) >= 0)
        // The index seldom tells the day; a version it has is out today at the latest.
        .map(({ version, published }) => ({
          asOf: known.get(version)?.asOf ?? published ?? today,
          version,
        }));
      return { rows, isWhole: true };
    },
  },
});
