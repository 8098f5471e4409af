import { expect, test } from 'vitest';
import { requireTheme } from '../../../../../src/node/project/looks/require-theme.ts';
import { Project } from '../../../../../src/node/project/project.ts';
import { makeProject } from '../../../../support/project.ts';

const LOOKS = { themes: [{ name: 'harbour', about: 'Deep water.' }], layouts: [] };

test('a theme is one of Rostrum or of the project', () => {
  expect(requireTheme('paper', undefined)).toBe('paper');
  expect(requireTheme('harbour', LOOKS)).toBe('harbour');
  expect(() => requireTheme('papper', LOOKS)).toThrow('No theme is called "papper"');
});

test('a project shows its talks in another theme, and in their own again', async () => {
  const { root } = makeProject({ 'slides/talks/t.md': '---\ntheme: lecture\n---\n\n# A\n' });
  const project = new Project({ root, engine: 'test', looks: LOOKS });
  const themeOf = async () => (await project.compile('t'))?.value.meta.theme;
  expect(await themeOf()).toBe('lecture');
  project.theme = 'harbour';
  expect(await themeOf()).toBe('harbour');
  expect((await project.compile('t'))?.value.ownLook?.theme?.name).toBe('harbour');
  project.theme = undefined;
  expect(await themeOf()).toBe('lecture');
});
