import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSlideFile, readTalkSpec } from '../../../../src/talk/markdown/markdown.ts';

const files = ['slides', 'test/projects', 'test/problems', 'test/cases', 'template'].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
);
const conflict = '---\n<<<<<<< one\ntitle: One\n=======\ntitle: Two\n>>>>>>> two\n---\n\n# One\n';

test('the front matter of a talk is the same without its slides', () => {
  const texts = [
    ...files.map((file) => readFileSync(file, 'utf8')),
    conflict,
    '',
    '\uFEFF---\r\ndate: 2024-01-02\r\n---\r\n',
  ];
  expect(texts.length).toBeGreaterThan(200);
  for (const text of texts) {
    const source = { path: 'slides/talks/a.md', text };
    const { head } = parseSlideFile(source, { kind: 'talk', blockNames: [] });
    expect(readTalkSpec(source), text.slice(0, 200)).toEqual(head);
  }
});
