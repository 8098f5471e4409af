import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { createStyleJoiner } from '../../../../../src/node/vite/build/join-styles.ts';

/** Makes a joiner of stylesheets by name, and the bundle that it works on. */
function open(files: Record<string, string>) {
  const bundle: Record<string, { type: 'asset'; source: string }> = {};
  for (const [name, source] of Object.entries(files)) bundle[name] = { type: 'asset', source };
  const emit = (_name: string, source: string | Uint8Array): string => {
    bundle['joined.css'] = { type: 'asset', source: String(source) };
    return 'joined.css';
  };
  const joiner = createStyleJoiner(emit, bundle as unknown as Rolldown.OutputBundle);
  return { bundle, joiner };
}

test('joins several files in their order, and removes those that no page links', () => {
  const { bundle, joiner } = open({ 'a.css': 'a{}', 'b.css': 'b{}', 'c.css': 'c{}' });
  expect(joiner.join(['a.css', 'b.css'])).toEqual(['joined.css']);
  expect(joiner.join(['b.css'])).toEqual(['b.css']);
  joiner.sweep(new Set(['joined.css', 'b.css']));
  expect(bundle['joined.css']?.source).toBe('a{}\nb{}');
  expect(Object.keys(bundle).sort()).toEqual(['b.css', 'c.css', 'joined.css']);
});

test('leaves files as they are where one of them imports another address', () => {
  const { bundle, joiner } = open({ 'a.css': 'a{}', 'b.css': '@import "https://x.example/";b{}' });
  expect(joiner.join(['a.css', 'b.css'])).toEqual(['a.css', 'b.css']);
  expect(joiner.join(['b.css', 'a.css'])).toEqual(['joined.css']);
  joiner.sweep(new Set(['a.css', 'b.css']));
  expect(Object.keys(bundle)).toContain('a.css');
});
