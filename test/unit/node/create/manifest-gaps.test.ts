import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findManifestGaps } from '../../../../src/node/create/manifest-gaps.ts';
import { openProjectFolder } from '../../../support/project.ts';

const TEMPLATE = path.resolve('template');

function gapsOf(text: string) {
  const { root } = openProjectFolder({});
  writeFileSync(path.join(root, 'package.json'), text);
  return findManifestGaps(root, TEMPLATE);
}

test('lists the scripts that a package.json of before lacks', () => {
  const { scripts, needsRostrum } = gapsOf(
    '{"devDependencies": {"rostrum": "1"}, "scripts": {"start": "mine"}}',
  );
  expect(scripts).toMatchObject({ check: 'rostrum check', build: 'rostrum build' });
  expect(scripts).not.toHaveProperty('start');
  expect(needsRostrum).toBe(false);
});

test('one that is empty or broken lacks everything', () => {
  for (const text of ['', '{', 'null', '{}']) {
    const { scripts, needsRostrum } = gapsOf(text);
    expect(scripts['start']).toBe('rostrum dev --open');
    expect(needsRostrum).toBe(true);
  }
});
