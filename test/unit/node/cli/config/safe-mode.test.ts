import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';
import { callRostrum } from '../../../../support/run.ts';

/** Code that leaves a file of its name behind when it runs. */
const mark = (root: string, name: string): string =>
  `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(path.join(root, name))}, '');\n`;

const CONFIGS = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((end) => `vite.config.${end}`);
/** A package that leaves a file behind as soon as it is loaded, and knows how to compile stylesheets. */
const PACKAGES = ['sass', 'sass-embedded', 'less', 'stylus', 'postcss-evil', 'vite-plugin-evil'];

function makeHostile(configs: readonly string[] = ['vite.config.mjs']) {
  const project = makeProject({
    ...SMALL_PROJECT,
    'slides/talks/styled.md': '---\ntitle: S\ncss: own.css\n---\n\n# One\n',
    'slides/talks/own.css': '@import "./more.scss";\np { color: red }\n',
    'slides/talks/more.scss':
      '@use "sass:math";\n@function f() { @return red }\np { color: f() }\n',
    'slides/talks/lessened.md': '---\ntitle: L\ncss: more.less\n---\n\n# One\n',
    'slides/talks/more.less': '@plugin "./evil.cjs";\np { color: red }\n',
    '.env': 'BROWSER=./evil.cjs\nVITE_EVIL=1\nNODE_OPTIONS=--require=./evil.cjs\n',
    'tsconfig.json': '{"extends":"./node_modules/postcss-evil/tsconfig.json"}',
    'package.json': JSON.stringify({
      type: 'module',
      postcss: { plugins: { 'postcss-evil': {} } },
      vite: { plugins: ['vite-plugin-evil'] },
      dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '*'])),
    }),
  });
  const { root, write } = project;
  const required = (name: string): string =>
    `require('node:fs').writeFileSync(${JSON.stringify(path.join(root, name))}, '');\n`;
  write('data/users.ts', `${mark(root, 'ran-recipe')}export default {};\n`);
  write('data/deep/other.ts', `${mark(root, 'ran-other')}export default {};\n`);
  write('blocks/own.ts', `${mark(root, 'ran-block')}export default {};\n`);
  write('evil.cjs', required('ran-env'));
  write('slides/talks/evil.cjs', required('ran-less'));
  for (const config of configs)
    write(
      config,
      config.includes('.c')
        ? `${required('ran-config')}module.exports = {};\n`
        : `import './blocks/own.ts';\n${mark(root, 'ran-config')}export default {};\n`,
    );
  write('postcss.config.mjs', `${mark(root, 'ran-postcss')}export default { plugins: [] };\n`);
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.cjs' }));
    write(`node_modules/${name}/index.cjs`, required(`ran-${name}`));
  }
  return project;
}

const ran = (root: string): string[] => readdirSync(root).filter((name) => name.startsWith('ran-'));

test('--safe runs no code of the project, and says what did not run', async () => {
  const { root } = makeHostile();
  const words = ['--safe', '--as-of', '2026-01-01'];
  const checked = await callRostrum(['check', '--no-browser', ...words], { cwd: root });
  expect(checked.err).toContain('Recipes in data/ did not run');
  expect(checked.err).toContain('vite.config.mjs did not run');
  expect(checked.err).toContain('slides/talks/more.scss is left out');
  expect(checked.err).toContain('slides/talks/more.less is left out');
  const built = await callRostrum(['build', ...words], { cwd: root });
  expect(built, built.err).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(root, 'dist/first/index.html'), 'utf8')).toContain('20');
  expect(ran(root)).toEqual([]);
});

test.each(['md', 'html'])(
  'nor does an export to %s',
  async (format) => {
    const { root } = makeHostile();
    const words = ['export', 'styled', 'lessened', '-f', format, '--safe', '--as-of', '2026-01-01'];
    const ended = await callRostrum(words, { cwd: root });
    expect(ended, ended.err).toMatchObject({ code: 0 });
    expect(ran(root)).toEqual([]);
  },
  90_000,
);

test('nor do diff, where and data status', async () => {
  const { root } = makeHostile();
  const page = path.join(root, 'diff.html');
  const compared = ['diff', 'styled', 'lessened', '--html', page, '--safe'];
  for (const words of [compared, ['where', 'one', '--safe'], ['data', 'status', '--safe']]) {
    const ended = await callRostrum(words, { cwd: root });
    expect(ended, ended.err).toMatchObject({ code: 0 });
    expect(ended.err).toContain('Recipes in data/ did not run');
    expect(ended.err).toContain('vite.config.mjs did not run');
    if (words.includes('status')) expect(ended.out).toMatch(/users.*unknown/);
  }
  expect(readFileSync(page, 'utf8')).toContain('One');
  expect(ran(root)).toEqual([]);
}, 90_000);

test('data refresh asks nothing with --safe, and says why', async () => {
  const { root } = makeHostile();
  const ended = await callRostrum(['data', 'refresh', '--safe'], { cwd: root });
  expect(ended.code).toBe(2);
  expect(ended.err).toContain('No source can be asked with --safe');
  expect(ran(root)).toEqual([]);
});

test.each(CONFIGS)('--safe names %s and leaves it out', async (config) => {
  const { root } = makeHostile([config]);
  const checked = await callRostrum(['check', '--no-browser', '--safe'], { cwd: root });
  expect(checked.err).toContain(`${config} did not run`);
  expect(ran(root)).toEqual([]);
});

test('without --safe the same project runs its code', async () => {
  const { root } = makeHostile();
  await callRostrum(['check', '--no-browser'], { cwd: root });
  expect(ran(root)).toContain('ran-config');
});
