import { defineDataset, v } from 'rostrum';

/** Subscribers of the rust-for-linux list, as subspace.kernel.org counts them. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    subscribers: v.nullable(v.pipe(v.number(), v.integer())),
    source: v.string(),
  }),
  ranges: { subscribers: [0, 10_000_000] },
});
