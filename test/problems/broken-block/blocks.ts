import { defineBlock, v } from 'rostrum';

export const blocks = [
  defineBlock({
    name: 'hello',
    about: 'Greets.',
    schema: v.strictObject({ to: v.string() }),
    compile: ({ to }) => {
      throw new Error(`nothing greets ${to}`);
    },
  }),
];
