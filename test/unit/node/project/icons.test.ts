import path from 'node:path';
import { expect, test } from 'vitest';
import { openIcons } from '../../../../src/node/project/icons.ts';
import { makeProject } from '../../../support/project.ts';

const SIGN = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h24"/></svg>';

test('signs come from the project where the engine has none, and from nowhere where neither has', () => {
  const files = {
    'node_modules/simple-icons/package.json': '{ "name": "simple-icons" }',
    'node_modules/simple-icons/icons/example.svg': SIGN,
  };
  const elsewhere = path.join(makeProject({}).root, 'engine.mjs');
  const icon = openIcons(makeProject(files).root, elsewhere);
  expect(icon?.('example')).toBe('M0 0h24');
  expect(icon?.('other')).toBeUndefined();
  expect(icon?.('../package')).toBeUndefined();
  expect(openIcons(makeProject({}).root, elsewhere)).toBeUndefined();
});
