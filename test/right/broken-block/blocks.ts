import { defineBlock, html, v } from 'rostrum';

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
