import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

// Node 20 reads no TypeScript, so the fuzzer is bundled first.
const folder = path.resolve('node_modules/.cache/rostrum/fuzz');
mkdirSync(folder, { recursive: true });
const build = await rolldown({
  input: path.join(import.meta.dirname, 'main.ts'),
  platform: 'node',
  logLevel: 'silent',
  external: (id) => /^[\w@]/.test(id) && !path.isAbsolute(id) && !id.startsWith('@oxc-project/'),
});
await build.write({
  dir: folder,
  format: 'esm',
  entryFileNames: 'main.mjs',
  codeSplitting: false,
  sourcemap: true,
});
await build.close();
const { runFuzzer } = await import(pathToFileURL(path.join(folder, 'main.mjs')).href);
const found = await runFuzzer(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
process.exitCode = found > 0 ? 1 : 0;
