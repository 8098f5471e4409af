import path from 'node:path';
import { expect, test } from 'vitest';
import { openIcons } from '../../../../src/node/project/icons.ts';
import { makeProject } from '../../../support/project.ts';

const SIGN =
  '<svg xmlns="http://www.w3.org/2000/svg"><title>A &amp; B</title><path d="M0 0h24"/></svg>';

test('the package of this repository is found', () => {
  expect(openIcons(makeProject({}).root)?.find('linux')?.title).toBe('Linux');
});

test('signs come from the project where the engine has none, and from nowhere where neither has', () => {
  const files = {
    'node_modules/simple-icons/package.json': '{ "exports": { "./icons/*": ["./icons/*"] } }',
    'node_modules/simple-icons/icons/simpleicons.svg': SIGN,
    'node_modules/simple-icons/icons/example.svg': SIGN,
  };
  const elsewhere = path.join(makeProject({}).root, 'engine.mjs');
  const icons = openIcons(makeProject(files).root, elsewhere);
  expect(icons?.find('example')).toEqual({ title: 'A & B', path: 'M0 0h24' });
  expect(icons?.find('other')).toBeUndefined();
  expect(icons?.find('../package')).toBeUndefined();
  expect(icons?.names()).toEqual(['example', 'simpleicons']);
  expect(openIcons(makeProject({}).root, elsewhere)).toBeUndefined();
});
