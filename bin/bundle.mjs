import { bundleEngine } from './engine.mjs';

await bundleEngine();
