import path from 'node:path';
import { expect, test } from 'vitest';
import { findMqtt } from '../../../src/node/find-package.ts';
import { makeProject } from '../../support/project.ts';

test('the package comes from the project where the engine has none, except where no code of a project runs', () => {
  const { root } = makeProject({ 'node_modules/mqtt/package.json': '{ "name": "mqtt" }' });
  const bare = makeProject({}).root;
  const engine = path.join(bare, 'engine.mjs');
  expect(findMqtt({ root, isSafe: false }, engine)).toMatch(/node_modules.mqtt$/);
  expect(findMqtt({ root, isSafe: true }, engine)).toBeUndefined();
  expect(findMqtt({ root: bare, isSafe: false }, engine)).toBeUndefined();
  expect(findMqtt({ root: bare, isSafe: true }, path.join(root, 'engine.mjs'))).toBeDefined();
});
