import { defineDataset, v } from 'rostrum';

/** Commits that slides cite. */
export default defineDataset({
  key: 'id',
  schema: v.object({
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{12,40}$/)),
    subject: v.string(),
    subsystem: v.string(),
    topic: v.string(),
    kernel: v.string(),
    url: v.string(),
    source: v.string(),
  }),
});
