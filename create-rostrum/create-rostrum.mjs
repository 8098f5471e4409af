#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requireNode } from './dist/node-version.mjs';

requireNode();
// An old Node cannot even read the rest.
const { runCreate } = await import('./dist/create.mjs');
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
await runCreate(process.argv.slice(2), {
  template: fileURLToPath(new URL('template', import.meta.url)),
  version,
});
