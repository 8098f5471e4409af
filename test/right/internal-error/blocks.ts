import * as v from 'valibot';
import { html } from '../../../src/talk/html/html.ts';
import { defineBlock } from '../../../src/talk/model/block.ts';

export const blocks = [
  defineBlock({
    name: 'odd',
    about: 'Greets.',
    schema: v.strictObject({ to: v.string() }),
    compile: ({ to }) => ({ html: html`<p>${to}</p>`.markup, steps: 0, text: to, uses: [] }),
  }),
];
