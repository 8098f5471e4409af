import { defineDataset, v } from 'rostrum';

/** People of the Rust Project who work with Rust for Linux. */
export default defineDataset({
  key: 'name',
  schema: v.object({ name: v.string() }),
});
