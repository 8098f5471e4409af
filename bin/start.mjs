import { requireNode } from './node-version.mjs';
import { startWords } from './open.mjs';

requireNode();
const { installMissing } = await import('./install.mjs');
installMissing();
const { argv, env, platform, stdout } = process;
const words = startWords(argv.slice(2), { isTTY: stdout.isTTY === true, env, platform });
argv.splice(2, argv.length, ...words);
await import('./rostrum.mjs');
