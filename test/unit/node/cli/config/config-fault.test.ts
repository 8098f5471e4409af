import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../../../../support/project.ts';
import { runRostrum } from '../../../../support/run.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../../..');
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

test.each([
  ['a module', `${IMPORT}\nexport default { plugins: [rostrum({})] };\n`],
  [
    'a script',
    "const { rostrum } = require('rostrum');\nmodule.exports = { plugins: [rostrum({})] };\n",
  ],
  ['both', `${IMPORT}\nrequire('node:path');\nexport default { plugins: [rostrum({})] };\n`],
  [
    'with an import of Vite',
    `${IMPORT}\nimport { version } from 'vite';\nexport default { plugins: [rostrum({})], define: { version } };\n`,
  ],
])(
  'a configuration works where package.json names no kind of modules, written as %s',
  async (_, config) => {
    const { code, stderr } = await check(config);
    expect([code, stderr]).toEqual([0, 'No problems.\n']);
  },
);

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
  'one in another encoding': [
    Buffer.from(`${IMPORT} // caf\u00e9\n`, 'latin1'),
    /cannot be used: .*\nCharacters were lost in it/,
  ],
};

test.each(Object.entries(FAULTS))('of configurations, reports %s', async (_, [config, words]) => {
  const { code, stderr } = await check(config);
  expect(stderr).toMatch(words);
  expect(stderr).not.toContain('a fault of its own');
  expect(code).toBe(2);
});
