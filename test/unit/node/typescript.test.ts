import path from 'node:path';
import { expect, test } from 'vitest';
import { locateEngineCache } from '../../../src/node/engine.ts';
import { locateCache, importTypeScript } from '../../../src/node/typescript.ts';
import { makeProject } from '../../support/project.ts';

test('a file that never ends to be imported is given up, and the others are not', async () => {
  const { root } = makeProject({
    'data/good.ts': 'export default 5;\n',
    'data/stuck.ts': 'await new Promise(() => {});\nexport default 6;\n',
  });
  const files = ['good', 'stuck'].map((name) => path.join(root, `data/${name}.ts`));
  const modules = await importTypeScript(root, files, { patience: 1000 });
  const [good, stuck] = files.map((file) => modules.get(file));
  expect(good).toMatchObject({ ok: true, exports: { default: 5 } });
  expect(stuck).toMatchObject({
    ok: false,
    error: { message: 'it was not done within 1 seconds' },
  });
});

test('a project whose cache cannot be written to is used all the same', async () => {
  const { root } = makeProject({ 'data/good.ts': 'export default 5;\n', '.cache': 'a file' });
  const file = path.join(root, 'data/good.ts');
  expect((await importTypeScript(root, [file])).get(file)).toMatchObject({ ok: true });
  expect(path.relative(locateEngineCache(), locateCache(root))).toMatch(/^projects.[\da-f]{16}$/);
});

test('a cache that lets itself be made but not be filled is no fault of a recipe', async () => {
  const { root } = makeProject({
    'data/good.ts': 'export default 5;\n',
    '.cache/rostrum/code': 'a file',
  });
  const file = path.join(root, 'data/good.ts');
  expect((await importTypeScript(root, [file])).get(file)).toMatchObject({ ok: true });
});
