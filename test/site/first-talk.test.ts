import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { runRostrum } from '../support/run.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const CREATE = path.join(REPOSITORY, 'create-rostrum');

test('what "npm create rostrum" writes has no problems, and can be built and exported', async () => {
  const { root: around } = makeProject({});
  execFileSync(process.execPath, [path.join(CREATE, 'build.mjs')]);
  const words = ['my-talks', '--yes', '--no-install', '--title', 'Bees', '--ci', 'github'];
  execFileSync(process.execPath, [path.join(CREATE, 'create-rostrum.mjs'), ...words], {
    cwd: around,
    stdio: 'pipe',
  });
  const cwd = path.join(around, 'my-talks');
  mkdirSync(path.join(cwd, 'node_modules'));
  symlinkSync(REPOSITORY, path.join(cwd, 'node_modules/rostrum'), 'junction');

  const checked = await runRostrum(['check'], { cwd });
  expect(checked.code, checked.err).toBe(0);
  expect(checked.err).toMatch(/(?:^|\n)No problems\.\n$/);
  const built = await runRostrum(['build'], { cwd });
  expect(built.code, built.err).toBe(0);
  expect(readFileSync(path.join(cwd, 'dist/bees/index.html'), 'utf8')).toContain('427.35');
  const exported = await runRostrum(['export'], { cwd });
  expect(exported.code, exported.err).toBe(0);
  expect(existsSync(path.join(cwd, 'bees.pdf'))).toBe(true);
});
