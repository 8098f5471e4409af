import { expect, test } from 'vitest';
import { draftTheme } from '../../../../src/node/create/draft-theme.ts';

test('a new look names every kind of variable, and sets few', () => {
  const css = draftTheme('mine');
  for (const name of ['--font-text', '--text-title', '--paper', '--chart-1', '--code-ground']) {
    expect(css).toContain(`  /* ${name}: `);
  }
  const set = css.match(/^  --[\w-]+:/gm) ?? [];
  expect(set).toHaveLength(5);
  const rules = css.replaceAll(/\/\*[^]*?\*\//g, '');
  expect(rules.match(/\{/g)).toHaveLength(2);
  expect(rules.match(/\}/g)).toHaveLength(2);
});
