import { defineDataset, v } from 'rostrum';

const version = v.pipe(v.string(), v.regex(/^\d+\.\d+$/));
const day = v.pipe(v.string(), v.isoDate());

/** Linux releases: when each was made, which Rust it is built with, and what it brought for Rust. */
export default defineDataset({
  key: 'version',
  schema: v.object({
    version,
    previous: version,
    released: v.nullable(day),
    mergeWindow: v.object({ opened: v.nullable(day), closed: v.nullable(day) }),
    rc1: v.nullable(v.object({ tagged: day, commit: v.string() })),
    longterm: v.boolean(),
    eol: v.nullable(day),
    rust: v.nullable(v.object({ version: v.string(), kind: v.picklist(['exact', 'minimum']) })),
    bindgen: v.nullable(v.string()),
    unstableDropped: v.nullable(v.string()),
    highlights: v.array(
      v.object({
        text: v.string(),
        planned: v.boolean(),
        landed: v.optional(v.nullable(version)),
      }),
    ),
    source: v.string(),
  }),
});
