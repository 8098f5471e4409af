#!/usr/bin/env node
import { requireNode } from './node-version.mjs';

requireNode();
// Rolldown's allocator asks Linux for pages of 2 MB, of which a build touches little: most of its memory would lie idle.
process.env.MIMALLOC_ALLOW_THP ??= '0';
// Whether a configuration is an ES module is no concern of who runs a command: Vite loads both kinds.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= 'true';
const { importEngine } = await import('./engine.mjs');
const { runRostrum } = await importEngine('cli');
await runRostrum(process.argv.slice(2));
