import { expect, test } from 'vitest';
import { renderOptionalStyles } from '../../../../src/node/pages/optional-styles.ts';

const stylesOf = (markup: string): string =>
  renderOptionalStyles(markup, 'rostrum', false)?.markup ?? '';

test.each([
  '<section class="slide" data-ground="dark">',
  '<section class="slide" data-scrim="all" data-side="panel">',
  '<section class="slide" data-side="code">',
])('a page with %s has the rules of backgrounds', (markup) => {
  expect(stylesOf(markup)).toContain('.slide-ground');
});

test('a page without backgrounds has no rules for them, whatever its slides show', () => {
  const markup = '<section class="slide"><code>data-ground=&quot;dark&quot;</code></section>';
  expect(stylesOf(markup)).not.toContain('.slide-ground');
});
