import { defineDataset, v } from 'rostrum';

/** How many cfgs Linux has, and the Rust version that made checking them stable. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    cfgs: v.pipe(v.number(), v.integer(), v.minValue(1)),
    stableSince: v.string(),
    source: v.string(),
  }),
});
