import { importEngine } from './engine.mjs';

const plugin = await importEngine('plugin');

export const { rostrum, defineDataset, defineBlock, formats, html, v } = plugin;
