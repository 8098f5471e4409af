import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hashShown } from '../support/shown.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PICTURES = path.join(ROOT, 'docs/pictures');

test('pictures of pages show what there is now; "npm run docs pictures" draws them again', () => {
  const drawn = JSON.parse(readFileSync(path.join(PICTURES, 'shown.json'), 'utf8')) as object;
  const files = readdirSync(PICTURES).filter((name) => name.endsWith('.webp'));
  expect(
    Object.keys(drawn)
      .map((name) => `${name}.webp`)
      .toSorted(),
  ).toEqual(files.toSorted());
  expect(drawn).toEqual(hashShown(ROOT));
});
