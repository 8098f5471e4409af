import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** Node 20 reads no TypeScript, so the program is bundled first. */
const bundle = await rolldown({
  input: path.join(import.meta.dirname, 'main.ts'),
  platform: 'node',
  logLevel: 'silent',
  transform: { target: 'node20' },
  external: (id) => /^[\w@]/.test(id) && !path.isAbsolute(id) && !id.startsWith('@oxc-project/'),
});
const file = path.resolve(`node_modules/.cache/rostrum/drawings/${process.pid}.mjs`);
await bundle.write({ file, format: 'esm', sourcemap: true, codeSplitting: false });
await bundle.close();
const { main } = await import(pathToFileURL(file).href);
await main(process.argv.slice(2));
