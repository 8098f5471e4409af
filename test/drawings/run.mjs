import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** Node 20 reads no TypeScript, so the program is bundled first. */
const bundle = await rolldown({
  input: path.join(import.meta.dirname, 'main.ts'),
  platform: 'node',
  logLevel: 'silent',
  transform: { target: 'node20' },
  // What the kernel's blocks import is from the sources.
  resolve: { alias: { rostrum: path.resolve('src/talk/api.ts') } },
  external: (id) =>
    /^[\w@]/.test(id) &&
    id !== 'rostrum' &&
    !path.isAbsolute(id) &&
    !id.startsWith('@oxc-project/'),
});
const file = path.resolve(`node_modules/.cache/rostrum/drawings/${process.pid}.mjs`);
await bundle.write({ file, format: 'esm', sourcemap: true, codeSplitting: false });
await bundle.close();
const { main } = await import(pathToFileURL(file).href);
await main(process.argv.slice(2));
