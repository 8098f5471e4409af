import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { requireOutFolder } from '../../../../../src/node/vite/build/out-folder.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const open = () => {
  const { root } = makeProject(SMALL_PROJECT);
  const write = (file: string, text = ''): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  return {
    root,
    write,
    check: (folder: string) => () => requireOutFolder(root, path.resolve(root, folder)),
  };
};

test('a build never empties the project, what it lies in, or a part of it', () => {
  const { check } = open();
  for (const folder of ['.', '..', '/'])
    expect(check(folder), folder).toThrow('the project itself');
  for (const folder of ['slides', 'slides/talks', 'data', 'assets/new', '.git', 'node_modules/x']) {
    expect(check(folder), folder).toThrow('is a part of the project');
  }
});

test('a build empties no folder that holds what Rostrum did not write', () => {
  const { check, write } = open();
  write('letters/mother.txt');
  expect(check('letters')).toThrow('holds files that Rostrum did not write');
  write('site/index.html', '<!doctype html>\n<html lang="en">\n');
  expect(check('site')).toThrow('holds files that Rostrum did not write');
  write('file');
  expect(check('file')).toThrow('is a file');
});

test('a build takes new folders, empty ones and those of earlier builds, beside the project too', () => {
  const { check, write, root } = open();
  mkdirSync(path.join(root, 'empty'));
  write('dist/index.html', '<!doctype html>\n<html lang="en" data-theme="rostrum">\n');
  for (const folder of [
    'new',
    'new/inside',
    'empty',
    'dist',
    '../beside',
    'slides-built',
    '..built',
  ]) {
    expect(check(folder), folder).not.toThrow();
  }
});
