import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { runRostrum } from '../support/run.ts';

/** Writes down which libraries of Vite a process has loaded when it ends. */
const WATCH = `
import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { sharedObjects } = process.report.getReport();
  writeFileSync('loaded.txt', sharedObjects.filter((file) => /rolldown|lightningcss/.test(file)).join());
});
`;
/** A configuration that only Vite can read. */
const OTHER = `import { rostrum } from 'rostrum';
export default { plugins: [rostrum(), { name: 'other' }] };
`;

const picture = (side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"/>\n`;
const show = (file: string): string => `![A square](<../../assets/${file}>)\n`;

/** Talks without parts of their own, with pictures whose names servers could misread. */
const PLAIN = {
  'slides/talks/words.md':
    '---\ntitle: Words\ndate: 2026-01-01\n---\n\n# Words\n\n---\n\n## More\n\nNote: say it.\n',
  'slides/talks/Pictures.md': `# Pictures\n\n---\n\n${['a b.svg', 'é & ü.svg', 'twin.svg', 'Twin.SVG'].map(show).join('\n---\n\n')}\n[whole](../../assets/notes.txt)\n`,
  'assets/a b.svg': picture(7),
  'assets/é & ü.svg': picture(8),
  'assets/twin.svg': picture(9),
  'assets/Twin.SVG': picture(9),
  'assets/notes.txt': 'Notes.\n',
};

const DATA = `{
  "title": "Users", "unit": "users", "live": { "interval": "10min" },
  "sources": { "us": { "name": "Us", "url": "https://example.org/" } },
  "rows": [
    { "asOf": "2024-01", "count": 10, "source": "us" },
    { "asOf": "2025-01", "count": 20, "source": "us" }
  ]
}
`;
const chart = (type: string): string =>
  `## ${type}\n\n\`\`\`chart\ndata: users\ntype: ${type}\nx: asOf\ny: count\n\`\`\`\n`;

/** Talks with charts, formulas, moving code, live data, earlier days and a room. */
const PARTS = {
  'slides/talks/drawn.md': `---\ndate: 2026-01-01\n---\n\n# Drawn\n\n---\n\n${chart('line')}\n---\n\n${chart('column')}`,
  'slides/talks/live.md': `# Live\n\n---\n\n## Value\n\n{{ users.count }} users\n\n---\n\n${chart('area')}`,
  'slides/talks/earlier.md': `---\ndate: 2026-01-01\ntime: true\n---\n\n# Earlier\n\n{{ users.count }}\n\n---\n\n${chart('line')}`,
  'slides/talks/room.md':
    '---\nfollow: https://relay.example.org/room\n---\n\n# Room\n\n---\n\n$x^2$\n\n---\n\n::: versions\n\n```js\nlet a = 1;\n```\n\n```js\nlet a = 2;\n```\n\n:::\n',
  'data/users.json': DATA,
};

/** Builds a project in a folder of its own; returns its files and whether Vite was loaded. */
async function build(files: Record<string, string>, ...words: string[]) {
  const { root } = makeProject({ ...files, 'watch.mjs': WATCH });
  const env = { NODE_OPTIONS: `--import "${path.join(root, 'watch.mjs')}"` };
  const { code, err } = await runRostrum(['build', ...words], { cwd: root, env });
  expect(code, err).toBe(0);
  const dist = path.join(root, 'dist');
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
  const written = names.filter((name) => statSync(path.join(dist, name)).isFile());
  const site = new Map(written.map((name) => [name, readFileSync(path.join(dist, name))]));
  return { site, hasVite: readFileSync(path.join(root, 'loaded.txt'), 'utf8') !== '' };
}

test.each([
  ['plain talks with pictures', PLAIN, ['--notes', '--headers', 'nginx']],
  ['talks with parts of all kinds', PARTS, []],
])('%s are built without Vite to what Vite builds, byte for byte', async (_, files, words) => {
  const finished = await build(files, ...words);
  const byVite = await build({ ...files, 'vite.config.ts': OTHER }, ...words);
  expect([finished.hasVite, byVite.hasVite]).toEqual([false, true]);
  expect([...finished.site.keys()]).toEqual([...byVite.site.keys()]);
  for (const [name, bytes] of byVite.site)
    expect(finished.site.get(name)?.equals(bytes), name).toBe(true);
});

test('a site has only the scripts of what its talks show, and costs plain talks no bytes for the rest', async () => {
  const listScripts = async (files: Record<string, string>): Promise<[string, Buffer][]> =>
    [...(await build(files)).site].filter(([name]) => name.endsWith('.js'));
  const own =
    /\/(?:block|charts?|line|live|rows|table|timeline|time|follow|rostrum-\w+)-[\w-]{8}\.js$/;
  const plain = await listScripts(PLAIN);
  expect(plain.map(([name]) => name).filter((name) => own.test(name))).toEqual([]);
  const [, script = ''] = plain.find(([name]) => /\/talk-[\w-]+\.js$/.test(name)) ?? [];
  expect(gzipSync(script).length).toBeLessThanOrEqual(39_600);
  const names = (await listScripts(PARTS)).map(([name]) => name).join();
  for (const name of ['chart', 'line', 'live', 'time', 'follow', 'rostrum-versions'])
    expect(names).toMatch(new RegExp(`/${name}-[\\w-]{8}\\.js`));
  expect(names).not.toMatch(/\/(?:timeline|mqtt-relay|rostrum-camera)-/);
});

test('Vite builds where a talk has a stylesheet of its own', async () => {
  const { hasVite, site } = await build({
    'slides/talks/own.md': '---\ncss: ../../assets/own.css\n---\n\n# Own\n',
    'assets/own.css': '.slide { color: #123456 }\n',
  });
  expect(hasVite).toBe(true);
  expect([...site.keys()].join()).toMatch(/\/style-[\w-]+\.css/);
});
