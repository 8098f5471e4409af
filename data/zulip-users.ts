import { defineDataset, v } from 'rostrum';

/** Accounts in the Rust for Linux Zulip chat, as its statistics page counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    users: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { users: [0, 10_000_000] },
});
