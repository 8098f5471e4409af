import { defineDataset, v } from 'rostrum';

const day = v.pipe(v.string(), v.isoDate());

/** Linux releases that were still kept up on a day, and their newest version then. */
export default defineDataset({
  key: 'version',
  schema: v.object({
    version: v.string(),
    latest: v.string(),
    latestReleased: day,
    longterm: v.boolean(),
    eol: v.nullable(day),
  }),
});
