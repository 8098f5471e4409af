import { defineDataset, v } from 'rostrum';

const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

/** Milestones of gccrs in percent, from its monthly reports; `before` is the month before. */
export default defineDataset({
  schema: v.object({
    milestone: v.string(),
    before: percent,
    done: percent,
    target: v.pipe(v.string(), v.isoDate()),
    current: v.boolean(),
  }),
});
