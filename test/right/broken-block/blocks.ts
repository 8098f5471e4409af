import * as v from 'valibot';
import { html } from '../../../src/talk/html/html.ts';
import { defineBlock } from '../../../src/talk/model/block.ts';

export const blocks = [
  defineBlock({
    name: 'hello',
    about: 'Greets.',
    schema: v.strictObject({ to: v.string() }),
    compile: ({ to }) => {
      const text = `Hello, ${to}`;
      return { html: html`<p>${text}</p>`.markup, steps: 0, text, uses: [] };
    },
  }),
];
