import { defineBlock, v } from 'rostrum';

const block = defineBlock({
  name: 'still',
  about: 'Counts rows.',
  schema: v.strictObject({ data: v.string() }),
  compile(spec, context) {
    const data = context.dataset(spec.data, ['data']);
    const text = `${data?.rows.length ?? 0} rows`;
    return { html: `<p data-block="${context.id}">${text}</p>`, steps: 0, text, uses: [] };
  },
});

/** The first cannot follow live data; the second can. */
export const blocks = [block, { ...block, name: 'moving', live: './blocks.ts' }];
