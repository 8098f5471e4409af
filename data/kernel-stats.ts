import { defineDataset, v } from 'rostrum';

const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** How much went into each Linux release, and from how many people. */
export default defineDataset({
  key: 'version',
  schema: v.object({
    asOf: v.pipe(v.string(), v.isoDate()),
    version: v.string(),
    days: count,
    commits: count,
    developers: count,
    employers: count,
    linesAdded: count,
    linesRemoved: count,
    linesModified: count,
    files: count,
    lines: count,
    commitsPerHour: v.nullable(v.number()),
    source: v.string(),
  }),
});
