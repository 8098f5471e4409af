import { defineDataset, v } from 'rostrum';

/** Kernel subsystems that are getting involved with Rust. */
export default defineDataset({
  key: 'name',
  schema: v.object({ name: v.string(), note: v.nullable(v.string()) }),
});
