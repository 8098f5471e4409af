import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';
import { callRostrum } from '../../../../support/run.ts';

/** Code that leaves a file of its name behind when it runs. */
const mark = (root: string, name: string): string =>
  `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(path.join(root, name))}, '');\n`;

function makeHostile() {
  const project = makeProject({
    ...SMALL_PROJECT,
    'slides/talks/styled.md': '---\ntitle: S\ncss: own.css\n---\n\n# One\n',
    'slides/talks/own.css': 'p { color: red }\n',
  });
  const { root, write } = project;
  write('data/users.ts', `${mark(root, 'ran-recipe')}export default {};\n`);
  write('vite.config.mjs', `${mark(root, 'ran-config')}export default {};\n`);
  write('postcss.config.mjs', `${mark(root, 'ran-postcss')}export default { plugins: [] };\n`);
  return project;
}

const ran = (root: string): string[] =>
  ['ran-recipe', 'ran-config', 'ran-postcss'].filter((name) => existsSync(path.join(root, name)));

test('--safe runs no code of the project, and says what did not run', async () => {
  const { root } = makeHostile();
  const words = ['--safe', '--as-of', '2026-01-01'];
  const checked = await callRostrum(['check', '--no-browser', ...words], { cwd: root });
  expect(checked, checked.err).toMatchObject({ code: 0 });
  expect(checked.err).toContain('Recipes in data/ did not run');
  expect(checked.err).toContain('vite.config.mjs did not run');
  const built = await callRostrum(['build', ...words], { cwd: root });
  expect(built, built.err).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(root, 'dist/first/index.html'), 'utf8')).toContain('20');
  const exported = await callRostrum(['export', 'first', '-f', 'md', ...words], { cwd: root });
  expect(exported, exported.err).toMatchObject({ code: 0 });
  expect(ran(root)).toEqual([]);
});

test('without --safe the same project runs its code', async () => {
  const { root } = makeHostile();
  await callRostrum(['check', '--no-browser'], { cwd: root });
  expect(ran(root)).toContain('ran-config');
});
