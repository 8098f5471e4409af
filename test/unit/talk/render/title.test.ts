import { expect, test } from 'vitest';
import { chooseTitle, renderTitle } from '../../../../src/talk/render/title.ts';
import type { Layout } from '../../../../src/talk/model/talk.ts';
import type { SlideSpec } from '../../../../src/talk/model/slide-file.ts';
import { META } from '../../../support/meta.ts';
import { parseSlide } from '../markdown/parse.ts';
import { slideContext } from './context.ts';

function choose(text: string, layout: Layout = 'default', spec: SlideSpec = {}) {
  const slide = { id: 'a', source: parseSlide(text), spec, via: [], problems: [] };
  return chooseTitle(slide, layout, META);
}

test('a title is the first heading, at the level of its layout', () => {
  expect(choose('a\n\n### B\n\n# C')).toMatchObject({ depth: 3, level: 2 });
  expect(choose('# B', 'section')).toMatchObject({ depth: 1, level: 1 });
  expect(choose('a')).toMatchObject({ heading: null, tokens: null, depth: 2, level: 2 });
});

test('a title beside src wins, and a cover without a heading has the talk’s', () => {
  expect(choose('# B', 'default', { title: 'C' }).tokens).toMatchObject([{ text: 'C' }]);
  expect(choose('a', 'cover').tokens).toMatchObject([{ text: 'A talk' }]);
  expect(choose('# B', 'cover').tokens).toMatchObject([{ text: 'B' }]);
});

test('renders it with its marks, or nothing', () => {
  const context = slideContext();
  expect(renderTitle(choose('# A *b*'), context)).toBe('<h2 class="slide-title">A <em>b</em></h2>');
  expect(renderTitle(choose('# A', 'default', { title: 'x & <y>' }), context)).toContain(
    'x &amp; &lt;y&gt;',
  );
  expect(renderTitle(choose('a'), context)).toBe('');
});
