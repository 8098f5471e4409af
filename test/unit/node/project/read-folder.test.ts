import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readProjectFile } from '../../../../src/node/project/read-folder.ts';
import { makeProject } from '../../../support/project.ts';

test('reads UTF-16 where a byte order mark says so', () => {
  const { root } = makeProject({});
  const text = '# Käse 無\n';
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  writeFileSync(path.join(root, 'little.md'), little);
  writeFileSync(path.join(root, 'big.md'), Buffer.from(little).swap16());
  writeFileSync(path.join(root, 'plain.md'), text);
  for (const file of ['little.md', 'big.md', 'plain.md']) {
    expect(readProjectFile(root, file)?.text).toBe(text);
  }
});
