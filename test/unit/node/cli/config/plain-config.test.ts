import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isPlainConfig } from '../../../../../src/node/cli/config/plain-config.ts';
import { makeProject } from '../../../../support/project.ts';

const ENGINE = path.resolve(import.meta.dirname, '../../../../..');
const HEAD = "import { rostrum } from 'rostrum';\nimport { defineConfig } from 'vite';\n";

/** Asks in a project that has this engine installed, or what a folder holds. */
function ask(text: string, engine = ENGINE): boolean {
  const { root } = makeProject({ 'vite.config.ts': text, 'node_modules/.keep': '' });
  symlinkSync(engine, path.join(root, 'node_modules/rostrum'), 'junction');
  return isPlainConfig(root, 'vite.config.ts');
}

test.each([
  ['as it is written', `${HEAD}\nexport default defineConfig({\n  plugins: [rostrum()],\n});\n`],
  ['on one line', `${HEAD}export default defineConfig({ plugins: [rostrum()] })`],
  ['with a comment', `// Talks.\n${HEAD}export default defineConfig({ plugins: [rostrum(),], })`],
  ['bare', 'import { rostrum } from "rostrum"\nexport default { plugins: [rostrum()] }'],
])('knows a configuration that says nothing, %s', (_how, text) => {
  expect(ask(text)).toBe(true);
});

test.each([
  ['blocks', `${HEAD}export default defineConfig({ plugins: [rostrum({ blocks: [] })] })`],
  [
    'the blocks of the kernel',
    `${HEAD}import { kernelBlocks } from 'rostrum/kernel';\nexport default defineConfig({ plugins: [rostrum({ blocks: kernelBlocks })] })`,
  ],
  ['a setting', `${HEAD}export default defineConfig({ base: './', plugins: [rostrum()] })`],
  ['another plugin', `${HEAD}export default defineConfig({ plugins: [rostrum(), other()] })`],
  ['code', `${HEAD}process.env.A = 1;\nexport default defineConfig({ plugins: [rostrum()] })`],
  ['nothing of Rostrum', 'export default {}'],
])('asks Vite where it says more: %s', (_what, text) => {
  expect(ask(text)).toBe(false);
});

test('asks Vite where another Rostrum is meant, or none', () => {
  const other = makeProject({
    'package.json': '{ "name": "rostrum", "type": "module", "exports": "./bin/plugin.mjs" }',
    'bin/plugin.mjs': 'export const rostrum = () => [];',
  });
  const text = `${HEAD}export default defineConfig({ plugins: [rostrum()] })`;
  expect(ask(text, other.root)).toBe(false);
  const { root } = makeProject({ 'vite.config.ts': text });
  expect(isPlainConfig(root, 'vite.config.ts')).toBe(false);
});
