import { defineDataset, v } from 'rostrum';

/** Topic branches of Rust for Linux, and who keeps them. */
export default defineDataset({
  key: 'branch',
  schema: v.object({ branch: v.string(), owners: v.array(v.string()) }),
});
