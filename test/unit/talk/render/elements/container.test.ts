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

test('columns have the shares of the width that they name, and divide what is left', () => {
  const column = (argument: string): FrameToken => ({
    type: 'container',
    raw: '',
    name: 'column',
    argument,
    tokens: [],
    span: SPAN,
  });
  const sharesOf = (...columns: FrameToken[]) =>
    /--shares: ([^"]*)"/.exec(
      renderContainer({ ...column(''), name: 'columns', tokens: columns }, ''),
    )?.[1];

  expect(sharesOf(column('40%'), column(''))).toBe('minmax(0, 40fr) minmax(0, 60fr)');
  expect(sharesOf(column('20%'), column('33.5%'), column(''))).toBe(
    'minmax(0, 20fr) minmax(0, 33.5fr) minmax(0, 46.5fr)',
  );
  expect(sharesOf(column(''), column(''))).toBeUndefined();
});
