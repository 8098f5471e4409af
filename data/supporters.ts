import { defineDataset, v } from 'rostrum';

/** Sponsors and supporters as rust-for-linux.com names them; `icon` is a simple-icons slug, null for a word mark. */
export default defineDataset({
  schema: v.object({
    name: v.string(),
    role: v.picklist(['Sponsors', 'Statements of support']),
    icon: v.nullable(v.string()),
    url: v.pipe(v.string(), v.url()),
    source: v.string(),
  }),
});
