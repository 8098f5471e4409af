import { defineBlock, v } from 'rostrum';

const schema = v.strictObject({ to: v.string() });
const about = 'Breaks what looks for it by its name.';
const odd = defineBlock({ name: 'odd', about, schema, compile: () => null });
let looks = 0;

/** It has a name when the file is read, and fails when its slide is rendered. */
export const blocks = [
  Object.defineProperty(odd, 'name', {
    get() {
      if (looks++ > 0) throw new Error('the block has no name');
      return 'odd';
    },
  }),
];
