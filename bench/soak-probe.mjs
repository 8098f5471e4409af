import { appendFileSync, readdirSync } from 'node:fs';

/** Milliseconds between two looks at the dev server from within. */
const EVERY = 15_000;

// Loaded before the server; its own timer must not keep the process.
setInterval(() => {
  globalThis.gc();
  const { heapUsed, rss, external } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  const files = readdirSync('/proc/self/fd').length;
  const look = { heap: heapUsed / 1e6, external: external / 1e6, rss: rss / 1e6, handles, files };
  appendFileSync(process.env.ROSTRUM_SOAK, `${JSON.stringify(look)}\n`);
}, EVERY).unref();
