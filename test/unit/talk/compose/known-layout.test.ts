import { expect, test } from 'vitest';
import { defineLayout, type OwnLooks, type Theme } from '../../../../src/talk/model/look/theme.ts';
import { compileTexts } from '../../../support/fixtures.ts';

const compare = defineLayout({
  name: 'compare',
  about: 'Two things, and what follows.',
  areas: ['before after', 'verdict verdict'],
});
const harbour: Theme = { name: 'harbour', about: 'Blue.', layouts: [{ ...compare, name: 'dock' }] };
const LOOKS: OwnLooks = { themes: [harbour], layouts: [compare] };

const compile = (slides: string, head = '', looks: OwnLooks | undefined = LOOKS) =>
  compileTexts({ 'slides/talks/t.md': `---\ntitle: T\n${head}---\n\n${slides}` }, { looks });

test('names the nearest layout and area', () => {
  const [layout] = compile('---\nlayout: compar\n---\n\n# T').problems;
  expect(layout).toMatchObject({ code: 'wrong-value', hint: 'Did you mean "compare"?' });
  expect(layout?.message).toContain('end, compare.');
  expect(compile('---\nlayout: covr\n---\n\n# T').talks[0]?.slides[0]?.layout).toBe('cover');
  const [area] = compile('---\nlayout: compare\n---\n\n# T\n\n::afer::\n\nA').problems;
  expect(area?.message).toBe('The layout "compare" has no area called "afer".');
  expect(area?.hint).toBe('Did you mean "after"? Its areas are before, after, verdict.');
  const [other] = compile('# T\n\n::verdict::\n\nA').problems;
  expect(other?.hint).toBe('It is one of the layout "compare": write "layout: compare".');
  const [two] = compile('---\nlayout: two-cols\n---\n\n# T').problems;
  expect(two?.hint).toContain('"two-columns"');
});

test('names the nearest theme, and leaves an unknown one out', () => {
  const { talks, problems } = compile('# T', 'theme: harbor\n');
  expect(problems[0]).toMatchObject({ code: 'unknown-theme', span: { line: 3, column: 8 } });
  expect(problems[0]?.hint).toContain('Did you mean "harbour"?');
  expect(talks[0]?.meta.theme).toBe('rostrum');
});
