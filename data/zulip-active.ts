import { defineDataset, v } from 'rostrum';

/** People active in the Rust for Linux Zulip chat on a day, as its statistics page counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    active: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { active: [0, 1_000_000] },
});
