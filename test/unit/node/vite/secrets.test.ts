import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { makeProject } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';
import { findSecrets, listMachine, PLACES, PLANTED_PROJECT } from '../../../support/secrets.ts';

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? listFiles(file) : [file];
  });
}

/** Names the secrets that are in files, with the file of each. */
function searchFiles(files: readonly string[], secrets: Record<string, string>): string[] {
  return files.flatMap((file) =>
    findSecrets(readFileSync(file), secrets).map((place) => `${path.basename(file)}: ${place}`),
  );
}

afterEach(() => vi.unstubAllEnvs());

test('a build and a single file hold no note, remark, path, value of the environment or source map', async () => {
  vi.stubEnv('VITE_PLANTED', PLACES.environment);
  vi.stubEnv('PLANTED', PLACES.environment);
  const { root } = makeProject(PLANTED_PROJECT);
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
  expect(searchFiles(files, { ...secrets, ...listMachine(root) })).toEqual([]);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  expect(texts).not.toContain('sourceMappingURL');
});

test('with --notes a build has the notes, which shows that the search finds them', async () => {
  const { root } = makeProject(PLANTED_PROJECT);
  const built = await callRostrum(['build', '--notes'], { cwd: root });
  expect(built, built.err).toMatchObject({ code: 0 });
  const files = listFiles(path.join(root, 'dist'));
  const { notes, notesLine } = PLACES;
  expect(searchFiles(files, { notes, notesLine }).sort()).toEqual([
    'index.html: notes',
    'index.html: notesLine',
  ]);
});
