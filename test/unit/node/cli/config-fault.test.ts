import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../../../support/project.ts';
import { runRostrum } from '../../../support/run.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');
const IMPORT = "import { rostrum } from 'rostrum';";

/** Checks a project whose package.json says nothing of modules, with a configuration of its own. */
async function check(config: string | Buffer) {
  const { root } = makeProject({
    'package.json': '{ "name": "talks" }',
    'slides/talks/first.md': '# A slide\n\nWords.\n',
  });
  writeFileSync(path.join(root, 'vite.config.ts'), config);
  mkdirSync(path.join(root, 'node_modules'));
  symlinkSync(REPOSITORY, path.join(root, 'node_modules/rostrum'));
  const { code, err } = await runRostrum(['check', '--no-browser'], { cwd: root });
  return { code, stderr: err.replaceAll(root, '') };
}

test('a configuration works in a project that does not say that its files are modules', async () => {
  const { code, stderr } = await check(`${IMPORT}\nexport default { plugins: [rostrum({})] };\n`);
  expect([code, stderr]).toEqual([0, 'No problems.\n']);
});

const FAULTS: Record<string, [config: string | Buffer, words: RegExp]> = {
  'one that breaks off': [
    `${IMPORT}\nexport default { plugins: [rostrum({})`,
    /vite\.config\.ts:2:\d+ cannot be used: Expected /,
  ],
  'one that throws': [
    `${IMPORT}\nthrow new Error('not today');`,
    /vite\.config\.ts cannot be used: not today\./,
  ],
  'one that gives nothing': [
    'export default 3;',
    /vite\.config\.ts cannot be used: config must export or return an object\./,
  ],
  'an old script': [
    `${IMPORT}\nconst { join } = require('path');\nexport default { plugins: [rostrum({})] };`,
    /old script, which cannot load Rostrum\.\nWrite "import"/,
  ],
  'one in another encoding': [
    Buffer.from(`${IMPORT} // caf\u00e9\n`, 'latin1'),
    /cannot be used: .*\nCharacters were lost in it/,
  ],
};

test.each(Object.entries(FAULTS))('of configurations %s is told', async (_, [config, words]) => {
  const { code, stderr } = await check(config);
  expect(stderr).toMatch(words);
  expect(stderr).not.toContain('a fault of its own');
  expect(code).toBe(2);
});
