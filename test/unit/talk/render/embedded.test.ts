import { expect, test } from 'vitest';
import { withSandbox } from '../../../../src/talk/render/embedded.ts';

const sandboxOf = (src: string, tag = 'iframe') =>
  withSandbox(tag, [{ name: 'src', value: src }]).find(({ name }) => name === 'sandbox')?.value;

test('a frame may run scripts and send forms, and a page of another origin may be of its origin', () => {
  expect(sandboxOf('/assets/demo.html')).toBe('allow-scripts allow-forms');
  expect(sandboxOf('https://example.org/')).toBe('allow-scripts allow-forms allow-same-origin');
  expect(sandboxOf('//example.org/')).toBe('allow-scripts allow-forms allow-same-origin');
});

test('a sandbox of the author’s stays, and other elements get none', () => {
  const own = [{ name: 'sandbox', value: 'allow-popups' }];
  expect(withSandbox('iframe', own)).toBe(own);
  expect(sandboxOf('/assets/a.svg', 'img')).toBe(undefined);
});
