import { defineDataset, v } from 'rostrum';

const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** The size of each "Rust for vX" pull request. */
export default defineDataset({
  key: 'version',
  schema: v.object({
    asOf: v.string(),
    version: v.string(),
    lastCommit: v.nullable(v.pipe(v.string(), v.isoDate())),
    shortlogCommits: count,
    shortlogAuthors: count,
    filesChanged: count,
    insertions: count,
    deletions: count,
    source: v.string(),
  }),
});
