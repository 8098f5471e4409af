import { expect, test } from 'vitest';
import { renderContainer } from '../../../../../src/talk/render/elements/container.ts';
import type { FrameToken } from '../../../../../src/talk/render/elements/container.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };
const render = (name: FrameToken['name'], argument = '') =>
  renderContainer(
    { type: 'container', raw: '', name, argument, tokens: [], span: SPAN },
    '<p>b</p>',
  );

test('columns hold their content', () => {
  expect(render('columns')).toBe('<div class="columns"><p>b</p></div>\n');
});

test('frames have their argument, escaped', () => {
  expect(render('browser', 'a?b&c')).toContain('<span class="browser-address">a?b&amp;c</span>');
  expect(render('terminal', '<x>')).toContain('<span class="terminal-title">&lt;x&gt;</span>');
  expect(render('terminal')).toContain('<div class="terminal-screen"><p>b</p></div>');
});
