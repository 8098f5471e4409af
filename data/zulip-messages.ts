import { defineDataset, v } from 'rostrum';

/** Messages sent in the Rust for Linux Zulip chat, as its statistics page counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    messages: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { messages: [0, 10_000_000] },
});
