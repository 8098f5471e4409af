import { defineDataset, formats, v } from 'rostrum';

const day = v.pipe(v.string(), v.isoDate());

/** Linux releases that were still kept up on a day, and their newest version then. */
export default defineDataset({
  key: 'version',
  schema: v.object({
    version: v.string(),
    latest: v.string(),
    latestReleased: day,
    longterm: v.boolean(),
    eol: v.nullable(day),
  }),
  refresh: {
    id: 'endoflife',
    source: { name: 'endoflife.date', url: 'https://endoflife.date/linux', licence: 'MIT' },
    minInterval: '6h',
    updatePeriod: '7d',
    staleAfter: '30d',
    ask: { url: 'https://endoflife.date/api/v1/products/linux', format: 'json' },
    parse({ answer }) {
      const { changed, cycles } = formats.readProduct(answer);
      const table = cycles
        .filter(({ isMaintained }) => isMaintained)
        .map(({ name, latest, released, isLongterm, eol }) => ({
          version: name,
          latest: latest?.version ?? name,
          latestReleased: latest?.released ?? released,
          longterm: isLongterm,
          eol,
        }));
      return { asOf: changed, table };
    },
  },
});
