import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';

/*
 * Both packages write the same project: this one gets the code of `rostrum init` as one file, and a copy of its template.
 */

const HERE = import.meta.dirname;
const ROOT = path.dirname(HERE);

for (const name of ['dist', 'template']) {
  await rm(path.join(HERE, name), { recursive: true, force: true });
}
await cp(path.join(ROOT, 'template'), path.join(HERE, 'template'), { recursive: true });
const build = await rolldown({
  cwd: ROOT,
  input: { create: 'src/node/cli/commands/create-command.ts' },
  platform: 'node',
  logLevel: 'silent',
});
await build.write({
  dir: path.join(HERE, 'dist'),
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name].mjs',
  minify: { compress: true, mangle: false },
});
await build.close();
await cp(path.join(ROOT, 'bin/node-version.mjs'), path.join(HERE, 'dist/node-version.mjs'));
