import { requireNode } from '../bin/node-version.mjs';

requireNode();
const { installMissing } = await import('../bin/install.mjs');
installMissing();
await import('./measure.mjs');
