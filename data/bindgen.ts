import { defineDataset, v } from 'rostrum';

/** Releases of bindgen, by the day of their tag. */
export default defineDataset({
  key: 'version',
  schema: v.object({ asOf: v.pipe(v.string(), v.isoDate()), version: v.string() }),
});
