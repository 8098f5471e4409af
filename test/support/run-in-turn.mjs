import { importEngine } from '../../bin/engine.mjs';

/* Runs commands one after the other, up to the first that fails. */

const { runRostrum } = await importEngine('cli');
for (const { words, cwd, env } of JSON.parse(process.argv[2])) {
  process.chdir(cwd);
  Object.assign(process.env, env);
  await runRostrum(words);
  if (process.exitCode !== 0) break;
}
