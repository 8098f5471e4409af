import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEngine, isBundled } from './engine.mjs';

// Nothing here waits, so that a configuration that is a script of the old kind can require this module as well.
const folder = findEngine();
if (!isBundled(folder)) {
  const script = fileURLToPath(new URL('bundle.mjs', import.meta.url));
  spawnSync(process.execPath, [script], { stdio: 'inherit' });
}
const plugin = createRequire(import.meta.url)(path.join(folder, 'plugin.mjs'));

export const {
  rostrum,
  defineConfig,
  defineDataset,
  defineBlock,
  defineTheme,
  defineLayout,
  formats,
  html,
  v,
} = plugin;
export const { chooseRows, markEnglish, textAt, tooMuchToShow, unknownRow } = plugin;
export const { stepAttributes, stepClass, stepMarks, timeline, useRow, useRows } = plugin;
export const { MIN_TEXT, ROW_KEYS, SLIDE_ROOM } = plugin;
