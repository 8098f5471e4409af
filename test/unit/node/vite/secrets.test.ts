import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { makeProject } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';

/** One secret for each place in which an author may leave one. */
const PLACES = {
  comment: 'planted-a1',
  notes: 'planted-a2',
  notesLine: 'planted-a3',
  yamlComment: 'planted-a4',
  hiddenSlide: 'planted-a5',
  unusedSlide: 'planted-a6',
  datasetNotes: 'planted-a7',
  unusedDataset: 'planted-a9',
  recipe: 'planted-b1',
  dotEnv: 'planted-b2',
  environment: 'planted-b3',
  styleComment: 'planted-b4',
  unusedAsset: 'planted-b5',
  unusedFile: 'planted-b6',
  blockComment: 'planted-b7',
} as const;

const TALK = `---
title: A talk
date: 2026-01-01
css: own.css
# ${PLACES.yamlComment}
---

# One

<!-- // ${PLACES.comment} -->

{{ users.count }} users.

![A square](/assets/square.svg)

<!-- ${PLACES.notes} -->

---

# Two

\`\`\`chart
# ${PLACES.blockComment}
data: users
type: line
x: asOf
y: count
\`\`\`

Note: ${PLACES.notesLine}

---
visibility: hidden
---

# ${PLACES.hiddenSlide}
`;

const dataset = (title: string, rows: object[], more = {}) =>
  JSON.stringify({
    title,
    unit: 'users',
    sources: { us: { name: 'Us', url: 'https://example.org/' } },
    ...more,
    rows: rows.map((row) => ({ ...row, source: 'us' })),
  });

const FILES = {
  'slides/talks/first.md': TALK,
  'slides/talks/own.css': `/* ${PLACES.styleComment} */\np { color: red }\n`,
  'slides/library/unused.md': `# ${PLACES.unusedSlide}\n`,
  'data/users.json': dataset(
    'Users',
    [
      { asOf: '2024-01', count: 10 },
      { asOf: '2025-01', count: 20 },
    ],
    { notes: PLACES.datasetNotes },
  ),
  'data/other.json': dataset(PLACES.unusedDataset, [{ asOf: '2024-01', count: 1 }]),
  'data/users.ts': `import { defineDataset, v } from 'rostrum';
// ${PLACES.recipe}
const key = '${PLACES.recipe}';
export const kept = key;
export default defineDataset({
  schema: v.object({ asOf: v.string(), count: v.number(), source: v.string() }),
});
`,
  'assets/square.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
  'assets/unused.svg': `<svg xmlns="http://www.w3.org/2000/svg"><title>${PLACES.unusedAsset}</title></svg>\n`,
  'private/plan.txt': PLACES.unusedFile,
  '.env': `VITE_KEY=${PLACES.dotEnv}\nKEY=${PLACES.dotEnv}\n`,
};

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? listFiles(file) : [file];
  });
}

/** Names the secrets that stand in files, with the file of each. */
function findSecrets(files: readonly string[], secrets: Record<string, string>): string[] {
  return files.flatMap((file) => {
    const text = readFileSync(file, 'latin1');
    const found = Object.entries(secrets).filter(([, secret]) => text.includes(secret));
    return found.map(([place]) => `${path.basename(file)}: ${place}`);
  });
}

afterEach(() => vi.unstubAllEnvs());

test('a build and a single file hold no note, remark, path, value of the environment or source map', async () => {
  vi.stubEnv('VITE_PLANTED', PLACES.environment);
  vi.stubEnv('PLANTED', PLACES.environment);
  const { root } = makeProject(FILES);
  const built = await callRostrum(['build'], { cwd: root });
  expect(built, built.err).toMatchObject({ code: 0 });
  const single = await callRostrum(['export', '-f', 'html', '-o', 'dist/single.html'], {
    cwd: root,
  });
  expect(single, single.err).toMatchObject({ code: 0 });
  const files = listFiles(path.join(root, 'dist'));
  const texts = files.map((file) => readFileSync(file, 'latin1')).join('\n');
  // What must be there shows that the right files were looked at.
  for (const words of ['A talk', 'Us', 'users']) expect(texts).toContain(words);
  const { unusedDataset: _listed, ...secrets } = PLACES;
  const machine = {
    root,
    home: `${homedir()}/`,
    engine: path.resolve(import.meta.dirname, '../../../..'),
  };
  expect(findSecrets(files, { ...secrets, ...machine })).toEqual([]);
  expect(hostname().length < 5 || !texts.includes(hostname())).toBe(true);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  expect(texts).not.toContain('sourceMappingURL');
});

test('with --notes a build has the notes, which shows that the search finds them', async () => {
  const { root } = makeProject(FILES);
  const built = await callRostrum(['build', '--notes'], { cwd: root });
  expect(built, built.err).toMatchObject({ code: 0 });
  const files = listFiles(path.join(root, 'dist'));
  const { notes, notesLine } = PLACES;
  expect(findSecrets(files, { notes, notesLine }).sort()).toEqual([
    'index.html: notes',
    'index.html: notesLine',
  ]);
});
