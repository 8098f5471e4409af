import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { runRostrum } from '../support/run.ts';

const MAX_MEGABYTES = 300;

/**
 * Writes down the greatest memory of a process when it ends, in kilobytes. On Linux `maxRSS` of a process begins with that of the one
 * that started it, so there the kernel's own mark is read.
 */
const WATCH = `
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
const STATUS = '/proc/self/status';
process.on('exit', () => {
  const mark = existsSync(STATUS) && /VmHWM:\\s*(\\d+)/.exec(readFileSync(STATUS, 'utf8'))?.[1];
  writeFileSync('memory.txt', String(mark || process.resourceUsage().maxRSS));
});
`;

test('the first build of a thousand slides stays below 300 MB', async () => {
  const slides = Array.from({ length: 1000 }, (_, index) =>
    [
      `## Slide ${index + 1}`,
      '- One **point** that a slide makes\n- and [another](https://example.org/) one',
      `\`\`\`rust\nfn number() -> u32 {\n    ${index} // of this slide\n}\n\`\`\``,
      'Note: what is said about it.',
    ].join('\n\n'),
  );
  const { root } = makeProject({
    'slides/talks/long.md': `---\ntitle: Long\n---\n\n${slides.join('\n\n---\n\n')}\n`,
    'watch.mjs': WATCH,
  });
  const env = { NODE_OPTIONS: `--import "${path.join(root, 'watch.mjs')}"` };
  // Bundling the engine, which only a first command does, is not what is measured.
  await runRostrum(['--version'], { cwd: root });
  const { code, err } = await runRostrum(['build'], { cwd: root, env });
  expect({ code, err }).toMatchObject({ code: 0 });
  const megabytes = Number(readFileSync(path.join(root, 'memory.txt'), 'utf8')) / 1000;
  expect(megabytes).toBeGreaterThan(50);
  expect(megabytes).toBeLessThan(MAX_MEGABYTES);
  expect(readFileSync(path.join(root, 'dist/long/index.html'), 'utf8')).toContain('Slide 1000');
}, 60_000);
