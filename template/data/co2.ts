import { defineDataset, v } from 'rostrum';

// #region recipe
/** The mean of each year, as NOAA publishes it in a text of commas. */
export default defineDataset({
  schema: v.object({ asOf: v.string(), ppm: v.number() }),
  ranges: { ppm: [300, 600] },
  refresh: {
    id: 'noaa',
    source: {
      name: 'NOAA Global Monitoring Laboratory',
      url: 'https://gml.noaa.gov/ccgg/trends/',
      licence: 'public domain',
    },
    minInterval: '1d',
    updatePeriod: '1y',
    staleAfter: '2y',
    ask: {
      url: 'https://gml.noaa.gov/webdata/ccgg/trends/co2/co2_annmean_mlo.csv',
      format: 'text',
    },
    parse: ({ answer }) => ({ rows: readYears(String(answer)), isWhole: true }),
  },
});
// #endregion

/** Reads lines such as "2025,427.35,0.12"; a text without one is refused, and the old rows stay. */
function readYears(text: string) {
  const rows = [...text.matchAll(/^(\d{4}),(\d+\.\d+)/gm)].map(([, year = '', ppm]) => ({
    asOf: year,
    ppm: Number(ppm),
  }));
  if (rows.length === 0) throw new Error('no line begins with a year and a number');
  return rows;
}
