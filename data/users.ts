import { defineDataset, v } from 'rostrum';

/** Who uses Rust for Linux, and how far upstream it is. */
export default defineDataset({
  key: 'name',
  schema: v.object({
    name: v.string(),
    status: v.picklist(['In mainline', 'Targeting upstream', 'Outside mainline', 'Other efforts']),
    note: v.nullable(v.string()),
  }),
});
