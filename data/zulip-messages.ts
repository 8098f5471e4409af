import { defineDataset, v } from 'rostrum';
import { findSeries, readZulipChart, zulipRequest, zulipSource } from 'rostrum/kernel';

/** Messages sent in the Rust for Linux Zulip chat, as its statistics page counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    messages: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { messages: [0, 10_000_000] },
  refresh: {
    ...zulipSource('https://rust-for-linux.zulipchat.com'),
    ask: zulipRequest('https://rust-for-linux.zulipchat.com', 'messages_sent_over_time'),
    parse({ answer }) {
      const chart = readZulipChart(answer);
      const counts = ['human', 'bot'].flatMap((kind) => findSeries(chart, kind));
      const messages = counts.reduce((sum, count) => sum + count, 0);
      return { rows: [{ asOf: chart.asOf, messages, exact: true }] };
    },
  },
});
