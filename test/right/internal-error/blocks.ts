import { defineBlock, html, v } from 'rostrum';

export const blocks = [
  defineBlock({
    name: 'odd',
    about: 'Greets.',
    schema: v.strictObject({ to: v.string() }),
    compile: ({ to }) => ({ html: html`<p>${to}</p>`.markup, steps: 0, text: to, uses: [] }),
  }),
];
