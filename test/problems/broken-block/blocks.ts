import * as v from 'valibot';
import { defineBlock } from '../../../src/talk/model/block.ts';

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
