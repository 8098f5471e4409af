import { defineDataset, v } from 'rostrum';

const text = v.nullable(v.string());

/** The lines of the RUST entry in MAINTAINERS, in its order; a key of "..." says that it goes on. */
export default defineDataset({
  schema: v.object({
    key: v.pipe(v.string(), v.regex(/^([A-Z]|\.\.\.)$/)),
    value: text,
    name: text,
    email: text,
  }),
});
