import { defineDataset, v } from 'rostrum';

/** Riders, as the counter at the bridge sees them. */
export default defineDataset({
  source: { name: 'City counter' },
  schema: v.object({ asOf: v.string(), riders: v.number() }),
});
