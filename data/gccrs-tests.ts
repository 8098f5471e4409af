import { defineDataset, v } from 'rostrum';

/** Test cases of gccrs, from its monthly reports. */
export default defineDataset({
  schema: v.object({
    asOf: v.string(),
    passing: v.pipe(v.number(), v.integer(), v.minValue(0)),
    expectedFailures: v.pipe(v.number(), v.integer(), v.minValue(0)),
    source: v.string(),
  }),
});
