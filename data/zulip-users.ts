import { defineDataset, v } from 'rostrum';
import { findSeries, readZulipChart, zulipRequest, zulipSource } from 'rostrum/kernel';

/** Accounts in the Rust for Linux Zulip chat, as its statistics page counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    users: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { users: [0, 10_000_000] },
  refresh: {
    ...zulipSource('https://rust-for-linux.zulipchat.com'),
    ask: zulipRequest('https://rust-for-linux.zulipchat.com', 'number_of_humans'),
    parse({ answer }) {
      const chart = readZulipChart(answer);
      const users = findSeries(chart, 'all_time').at(-1) ?? null;
      return { rows: [{ asOf: chart.asOf, users, exact: true }] };
    },
  },
});
