import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';

const talk = (css: string) => `---\ntitle: T\ndate: 2026-01-01\ncss: ${css}\n---\n\n# T\n`;

test('a stylesheet in UTF-16 holds in a build and in a single file, and one in Latin-1 loses letters alone', async () => {
  const { root } = makeProject({
    'slides/talks/wide.md': talk('wide.css'),
    'slides/talks/latin.md': talk('latin.css'),
  });
  const write = (name: string, bytes: Buffer) =>
    writeFileSync(path.join(root, 'slides/talks', name), bytes);
  write('wide.css', Buffer.from('\ufeffp { --of: wide-one }', 'utf16le'));
  write('latin.css', Buffer.from('p { --of: latin-one; --letter: "\u00e9" }', 'latin1'));
  const built = await callRostrum(['build'], { cwd: root });
  expect(built.code, built.err).toBe(0);
  expect(built.err).toMatch(/latin\.css:1:\d+ +lost-character/);
  const assets = path.join(root, 'dist/assets');
  const styles = readdirSync(assets).filter((name) => name.endsWith('.css'));
  const text = styles.map((name) => readFileSync(path.join(assets, name), 'utf8')).join('\n');
  for (const name of ['wide', 'latin']) {
    expect(text).toContain(`${name}-one`);
    const file = path.join(root, `${name}.html`);
    const single = await callRostrum(['export', name, '-f', 'html', '-o', file], { cwd: root });
    expect(single.code, single.err).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain(`${name}-one`);
  }
});
