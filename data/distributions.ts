import { defineDataset, v } from 'rostrum';

const text = v.nullable(v.string());

/** Distributions whose Rust can build Linux; `rustc` is null where no source states a version. */
export default defineDataset({
  key: 'id',
  schema: v.object({
    id: v.string(),
    name: v.string(),
    qualifier: text,
    rustc: v.nullable(v.pipe(v.string(), v.regex(/^\d+\.\d+(\.\d+)?$/))),
    rustcSource: text,
    recent: v.boolean(),
    documented: v.boolean(),
    install: text,
    packages: v.array(v.string()),
  }),
});
