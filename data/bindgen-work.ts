import { defineDataset, v } from 'rostrum';

/** What was done in bindgen for the kernel, with its issues and pull requests. */
export default defineDataset({
  key: 'topic',
  schema: v.object({
    topic: v.string(),
    what: v.string(),
    author: v.string(),
    links: v.array(v.object({ label: v.string(), url: v.string() })),
    released: v.nullable(v.string()),
  }),
});
