#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCreate } from './dist/create.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
await runCreate(process.argv.slice(2), {
  template: fileURLToPath(new URL('template', import.meta.url)),
  version,
});
