import { expect, test } from 'vitest';
import { compileWithLooks } from '../../../support/looks.ts';

test('names the nearest layout and area', () => {
  const [layout] = compileWithLooks('---\nlayout: compar\n---\n\n# T').problems;
  expect(layout).toMatchObject({ code: 'wrong-value', hint: 'Did you mean "compare"?' });
  expect(layout?.message).toContain('end, compare.');
  expect(compileWithLooks('---\nlayout: covr\n---\n\n# T').talks[0]?.slides[0]?.layout).toBe(
    'cover',
  );
  const [area] = compileWithLooks('---\nlayout: compare\n---\n\n# T\n\n::afer::\n\nA').problems;
  expect(area?.message).toBe('The layout "compare" has no area called "afer".');
  expect(area?.hint).toBe('Did you mean "after"? Its areas are before, after, verdict.');
  const [other] = compileWithLooks('# T\n\n::verdict::\n\nA').problems;
  expect(other?.hint).toBe('It is one of the layout "compare": write "layout: compare".');
  const [two] = compileWithLooks('---\nlayout: two-cols\n---\n\n# T').problems;
  expect(two?.hint).toContain('"two-columns"');
});

test('names the nearest theme, and leaves an unknown one out', () => {
  const { talks, problems } = compileWithLooks('# T', 'theme: harbor\n');
  expect(problems[0]).toMatchObject({ code: 'unknown-theme', span: { line: 3, column: 8 } });
  expect(problems[0]?.hint).toContain('Did you mean "harbour"?');
  expect(talks[0]?.meta.theme).toBe('rostrum');
});
