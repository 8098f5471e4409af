import { defineDataset, v } from 'rostrum';

/** Stable releases of Rust, the first and the last of each six-week cycle. */
export default defineDataset({
  key: 'cycle',
  schema: v.object({
    asOf: v.pipe(v.string(), v.isoDate()),
    cycle: v.string(),
    version: v.string(),
    llvm: v.nullable(v.string()),
    source: v.string(),
  }),
});
