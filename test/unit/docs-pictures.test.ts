import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hashShown } from '../support/shown.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('pictures of pages show what there is now; "npm run docs pictures" draws them again', () => {
  const drawn: unknown = JSON.parse(
    readFileSync(path.join(ROOT, 'docs/pictures/shown.json'), 'utf8'),
  );
  expect(drawn).toEqual(hashShown(ROOT));
});
