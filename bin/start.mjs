import { requireNode } from './node-version.mjs';

requireNode();
const { installMissing } = await import('./install.mjs');
installMissing();
process.argv.splice(2, 0, 'dev');
await import('./rostrum.mjs');
