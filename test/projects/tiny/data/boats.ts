import { defineDataset, v } from 'rostrum';

/** Counted by hand on the last day of the month. */
export default defineDataset({
  schema: v.object({ boats: v.pipe(v.number(), v.integer()) }),
});
