import { expect, test } from 'vitest';
import { createComposeCache } from '../../../../src/talk/compose/compose-cache.ts';
import { composeSlides } from '../../../../src/talk/compose/compose.ts';
import { openProject } from '../../../support/fixtures.ts';

const PATH = 'slides/talks/a.md';

function compose(text: string, cache = createComposeCache(), files = {}) {
  const { project } = openProject({ [PATH]: `---\ntitle: A\n---\n\n${text}`, ...files });
  const file = project.slideFile(PATH);
  if (!file) throw new Error('There is no file.');
  return { slides: composeSlides(file, project, { ofTalk: [], cache }), file, project };
}

test('each slide has an id of its own', () => {
  expect(
    compose('# B\n\n---\n\n# B\n\n---\nlayout: end\n---\n').slides.map(({ id }) => id),
  ).toEqual(['b', 'b-2', 'end']);
});

test('reports an id that is twice, and links that lead nowhere', () => {
  const codes = (text: string) =>
    compose(text).slides.flatMap(({ problems }) => problems.map(({ code }) => code));
  expect(codes('---\nid: b\n---\n\nx\n\n---\nid: b\n---\n\ny')).toContain('duplicate-id');
  expect(codes('# B\n\n[c](#/d)')).toEqual(['dead-link']);
  expect(codes('# B\n\n[c](#/b)')).toEqual([]);
});

test('a talk without slides has the problem in their place', () => {
  const { slides } = compose('');
  expect(slides.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['no-slides']);
});

test('the same slide stays the same object, so that what was rendered is found', () => {
  const cache = createComposeCache();
  const { slides, file, project } = compose('# B\n\n---\n\n# C', cache);
  const again = composeSlides(file, project, { ofTalk: [], cache });
  expect(again.map((slide, at) => slide === slides[at])).toEqual([true, true]);
});
