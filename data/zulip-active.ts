import { defineDataset, v } from 'rostrum';
import { findSeries, readZulipChart, zulipRequest, zulipSource } from 'rostrum/kernel';

/** The figure is the mean of so many days. */
const DAYS = 30;

/** People active in the Rust for Linux Zulip chat on a day, as its statistics page counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    active: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { active: [0, 1_000_000] },
  refresh: {
    ...zulipSource('https://rust-for-linux.zulipchat.com'),
    ask: zulipRequest('https://rust-for-linux.zulipchat.com', 'number_of_humans'),
    parse({ answer }) {
      const chart = readZulipChart(answer);
      const days = findSeries(chart, '_1day').slice(-DAYS);
      const mean = days.reduce((sum, people) => sum + people, 0) / days.length;
      return { rows: [{ asOf: chart.asOf, active: Math.round(mean), exact: false }] };
    },
  },
});
