import { defineDataset, v } from 'rostrum';

/** Which Rust and bindgen Linux asks for, from the release of `kernel` on. */
export default defineDataset({
  key: 'kernel',
  schema: v.object({
    asOf: v.string(),
    kernel: v.string(),
    rust: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
    kind: v.picklist(['exact', 'minimum']),
    bindgen: v.string(),
    source: v.string(),
  }),
});
