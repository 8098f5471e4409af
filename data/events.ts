import { defineDataset, v } from 'rostrum';

const time = v.pipe(v.string(), v.isoTime());

/** Sessions and breaks of a conference, by room. */
export default defineDataset({
  schema: v.object({
    room: v.string(),
    start: time,
    end: time,
    kind: v.picklist(['talk', 'break']),
    title: v.string(),
    speakers: v.array(v.string()),
    venue: v.string(),
    timezone: v.string(),
  }),
});
