import path from 'node:path';
import { expect, test } from 'vitest';
import { importTypeScript } from '../../../src/node/typescript.ts';
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
