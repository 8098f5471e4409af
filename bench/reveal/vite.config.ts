import { defineConfig } from 'vite';

export default defineConfig({
  cacheDir: '.vite',
  server: { fs: { allow: ['.', process.env.BENCH_ALLOW] } },
});
