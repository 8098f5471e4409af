import { defineDataset, v } from 'rostrum';

const files = v.array(v.string());

/** Files of Rust's standalone installers, by platform and channel. */
export default defineDataset({
  key: 'platform',
  schema: v.object({ platform: v.string(), stable: files, beta: files, nightly: files }),
});
