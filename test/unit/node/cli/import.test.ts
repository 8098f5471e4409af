import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeProject } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';

/** A picture by its first letters and its last. */
const FETCHED = 'GIF89a from the web\0;';

const DECK = `---
theme: black
---

# Harbours

Note: Say hello.

---

## The quay

![A boat](img/boat.png) ![A crane](img/crane.png)

---

## The pier

- one
`;

function open(files: Record<string, string> = {}) {
  const { root, write, remove } = makeProject({
    'decks/harbours/slides.md': DECK,
    'decks/harbours/img/boat.png': 'a boat',
    ...files,
  });
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const run = (...words: string[]) => callRostrum(['import', ...words], { cwd: root });
  return { root, read, run, write, remove };
}

test('a folder with a deck becomes a talk with its pictures and a report', async () => {
  const { root, read, run } = open();
  const { code, out, err } = await run('decks/harbours', '--from', 'reveal');
  expect(err).toBe(
    'decks/harbours/slides.md is read as reveal.js: you say so.\n' +
      'slides/talks/harbours.md is the talk.\n' +
      '"npx rostrum dev" shows it at /harbours/.\n',
  );
  expect(out).toContain('3 slides, 2 looking and working as before\n');
  expect(out).toContain('decks/harbours/slides.md:13:36  img/crane.png\n');
  expect(code).toBe(0);
  expect(read('slides/talks/harbours.md')).toContain('![A boat](/assets/harbours/img/boat.png)');
  expect(read('slides/talks/harbours.md')).toContain(
    '<!-- // import, to do by hand: img/crane.png',
  );
  expect(read('assets/harbours/img/boat.png')).toBe('a boat');
  expect(read('decks/harbours/slides.md')).toBe(DECK);
  expect(existsSync(path.join(root, 'assets/harbours/img/crane.png'))).toBe(false);
});

test('the report is also JSON', async () => {
  const { run } = open();
  const { out } = await run('decks/harbours', '--json');
  expect(JSON.parse(out)).toMatchObject({
    talk: 'harbours',
    dialect: 'reveal',
    because: 'it has a mark of reveal.js',
    slides: { total: 3, right: 2 },
  });
});

test('a second import brings in what changed in the deck, and keeps work on the talk', async () => {
  const { read, run, write } = open();
  await run('decks/harbours');
  const talk = read('slides/talks/harbours.md');
  write('slides/talks/harbours.md', talk.replace('## The quay', '## The long quay'));
  write('decks/harbours/slides.md', `${DECK}- two\n`);
  const asked = await run('decks/harbours');
  expect(asked.out).toContain('+- two\n');
  expect(asked.err).toContain('Nothing was written; --yes writes without a question.\n');
  expect(read('slides/talks/harbours.md')).not.toContain('- two');
  const { code, err } = await run('decks/harbours', '--yes');
  expect(err).toContain('slides/talks/harbours.md has 1 change of the deck.\n');
  expect(code).toBe(0);
  expect(read('slides/talks/harbours.md')).toContain('## The long quay');
  expect(read('slides/talks/harbours.md')).toContain('- one\n- two\n');
  expect((await run('decks/harbours')).err).toContain('slides/talks/harbours.md stays as it is.\n');
});

test('where deck and talk have both changed, the talk is kept and both are shown', async () => {
  const { read, run, write } = open();
  await run('decks/harbours');
  const talk = read('slides/talks/harbours.md');
  write('slides/talks/harbours.md', talk.replace('## The quay', '## Mine'));
  write('decks/harbours/slides.md', DECK.replace('## The quay', '## Theirs'));
  for (const words of [[], ['--yes']]) {
    const { code, out, err } = await run('decks/harbours', ...words);
    expect(err).toContain('The deck and the talk have both changed here, so the talk is kept:\n');
    expect(out).toContain('-## The quay\n+## Theirs\n');
    expect(code).toBe(1);
    expect(read('slides/talks/harbours.md')).toContain('## Mine');
  }
});

test('a talk that was not imported is never touched', async () => {
  const { read, run } = open({ 'slides/talks/harbours.md': '# Mine\n' });
  const { code, err } = await run('decks/harbours');
  expect(err).toBe('"slides/talks/harbours.md" exists already.\nChoose another name with --as.\n');
  expect(code).toBe(2);
  expect(read('slides/talks/harbours.md')).toBe('# Mine\n');
});

test.for([
  ['nothing.md', undefined, 'There is no deck "nothing.md".'],
  ['empty.md', ' \n', '"empty.md" is empty.'],
  ['bytes.md', 'a\0b', '"bytes.md" is no text.'],
  ['talk.pdf', '%PDF-1.7 ...', '"talk.pdf" is no text.'],
  ['talk.pptx', 'PK\u0003\u0004\0', '"talk.pptx" is a file of PowerPoint, Keynote or LibreOffice'],
  ['talk.tex', '\\documentclass{beamer}\n', '"talk.tex" is a file of LaTeX, which cannot be read.'],
  ['talk.adoc', '= A\n', '"talk.adoc" is a file of Asciidoctor, which cannot be read.'],
  ['big.md', `# A\n${'x'.repeat(8_000_001)}`, '"big.md" has 8 MB; a deck has at most 8 MB.'],
  [
    'lfs.md',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    '"lfs.md" is a pointer of Git LFS, not the deck itself.',
  ],
] as const)('%s is refused with a reason', async ([name, text, reason]) => {
  const { root, run } = open(text === undefined ? {} : { [name]: text });
  const { code, err } = await run(name);
  expect(err).toContain(reason);
  expect(code).toBe(2);
  expect(existsSync(path.join(root, 'slides'))).toBe(false);
});

test('a folder with several decks is refused, and so is a program that is not known', async () => {
  const { run } = open({ 'decks/two/a.md': '# A\n', 'decks/two/b.md': '# B\n' });
  expect((await run('decks/two')).err).toContain('Name one: a.md, b.md.');
  expect((await run('decks/harbours', '--from', 'keynote')).err).toContain(
    '"keynote" is no program whose decks can be read.',
  );
});

test('a picture that is a pointer of Git LFS is not copied', async () => {
  const { root, run } = open({
    'decks/harbours/img/boat.png': 'version https://git-lfs.github.com/spec/v1\n',
  });
  const { out } = await run('decks/harbours');
  expect(out).toContain('The file is a pointer of Git LFS: fetch it');
  expect(existsSync(path.join(root, 'assets'))).toBe(false);
});

test('UTF-16 is read as text', async () => {
  const { root, read, run } = open();
  writeFileSync(
    path.join(root, 'wide.md'),
    Buffer.from('\ufeff# Kajen\n\n\u00c5 och \u00f6\n', 'utf16le'),
  );
  await run('wide.md');
  expect(read('slides/talks/wide.md')).toContain('# Kajen\n\n\u00c5 och \u00f6\n');
});

const web = createServer((request, response) => {
  if (request.url === '/boat.png')
    response.writeHead(200, { 'content-type': 'image/png' }).end(FETCHED);
  else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
});
beforeAll(() => new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve)));
afterAll(() => web.close());

test('pictures of the web are listed, and fetched on request', async () => {
  const { port } = web.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  const deck = `# Web\n\n![A boat](${at}/boat.png)\n\n![None](${at}/none.png)\n`;
  const { root, read, run } = open({ 'web.md': deck });
  expect((await run('web.md', '--as', 'plain')).out).toContain(`web.md:3:11  ${at}/boat.png`);
  expect(existsSync(path.join(root, 'assets'))).toBe(false);
  const { out } = await run('web.md', '--fetch');
  const [file] = /\/assets\/web\/\S+boat\.png/.exec(read('slides/talks/web.md')) ?? [];
  expect(read(decodeURIComponent(file ?? ''))).toBe(FETCHED);
  expect(out).not.toContain('boat.png');
  expect(out).toContain('none.png');
});

test('a page of another tool is refused, and package.json says whose deck a file is', async () => {
  const { run, read } = open({
    'page/index.html': '<!doctype html>\n<html><body><p>Harbours</p></body></html>\n',
    'deck/slides.md': '# Harbours\n\n---\n\n# Quay\n',
    'deck/package.json': '{ "dependencies": { "@slidev/cli": "52.0.0" } }',
  });
  const page = await run('page/index.html');
  expect(page).toMatchObject({ code: 2 });
  expect(page.err).toContain('is a page that has no slides');
  const deck = await run('deck/slides.md', '--as', 'quays', '--json');
  expect(JSON.parse(deck.out)).toMatchObject({
    dialect: 'slidev',
    because: 'package.json has "@slidev/cli"',
  });
  expect(read('slides/talks/quays.md')).toContain('# Quay');
});

test('a picture that is written out in the text becomes a file, and one that is missing has a placeholder', async () => {
  const data = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(2400)).toString(
    'base64',
  );
  const { run, read } = open({
    'a.md': `---\nmarp: true\n---\n\n# A\n\n![A quay](data:image/svg+xml;base64,${data})\n\n![A crane](crane.png)\n`,
  });
  const { code } = await run('a.md');
  expect(code).toBe(0);
  expect(read('assets/a/picture.svg')).toContain('<svg xmlns=');
  expect(read('slides/talks/a.md')).toContain('![A quay](/assets/a/picture.svg)');
  expect(read('slides/talks/a.md')).toContain('placeholders: true\n');
});

test('a deck of another tool is named, and a huge one is refused', async () => {
  const { root, run } = open({ 'terminal.md': '# A\n\n<!-- end_slide -->\n\n# B\n' });
  const { code, err } = await run('terminal.md');
  expect(err).toContain('"terminal.md" is a deck of presenterm, which is not read.');
  expect(code).toBe(2);
  writeFileSync(path.join(root, 'huge.md'), Buffer.alloc(50_000_000, 'a'));
  expect((await run('huge.md')).err).toContain('"huge.md" has 50 MB; a deck has at most 8 MB.');
  writeFileSync(path.join(root, 'noise.md'), Buffer.from([0x89, 0, 1, 2, 0xff, 0xfe]));
  expect((await run('noise.md')).err).toContain('"noise.md" is no text.');
});
