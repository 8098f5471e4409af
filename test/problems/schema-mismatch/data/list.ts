import { defineDataset, v } from 'rostrum';

export default defineDataset({
  schema: v.object({ asOf: v.string(), subscribers: v.number() }),
  ranges: { subscribers: [500, 10_000] },
});
