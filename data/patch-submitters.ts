import { defineDataset, v } from 'rostrum';

/** Who sent patch series to the rust-for-linux list. */
export default defineDataset({
  key: 'name',
  schema: v.object({ name: v.string() }),
});
