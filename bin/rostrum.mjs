#!/usr/bin/env node
import { requireNode } from './node-version.mjs';

requireNode();
const { importEngine } = await import('./engine.mjs');
const { runRostrum } = await importEngine('cli');
await runRostrum(process.argv.slice(2));
