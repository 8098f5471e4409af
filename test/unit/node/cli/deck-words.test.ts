import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDeckProject } from '../../../../src/node/import/deck-project.ts';
import { makeProject } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';

const DECK = `# Harbours of the north

Ada Holm

## The quay

- one

![A boat](img/boat.svg)

## The pier

![A crane](img/crane.svg)
`;
const BOAT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

function open(files: Record<string, string> = {}) {
  return makeProject({ 'deck.md': DECK, 'img/boat.svg': BOAT, ...files });
}

test('a file of Markdown is checked without a project, and problems have its lines', async () => {
  const { root } = open();
  const { code, err } = await callRostrum(['check', 'deck.md', '--no-browser'], { cwd: root });
  expect(err).toContain('deck.md:13:1  missing-picture\nThere is no picture "img/crane.svg".\n');
  expect(err).toContain('> 13 │ ![A crane](img/crane.svg)\n');
  expect(err).toContain('1 warning\n');
  expect(code).toBe(0);
  const json = await callRostrum(['check', 'deck.md', '--no-browser', '--json'], { cwd: root });
  expect(JSON.parse(json.out)).toMatchObject([{ span: { file: 'deck.md', line: 13 } }]);
  expect(existsSync(path.join(root, 'slides'))).toBe(false);
});

test('a deck of another program is exported, and is never overwritten', async () => {
  const marp = '---\nmarp: true\n---\n\n# One\n\n---\n\n![bg right](img/boat.svg)\n\n# Two\n';
  const { root } = open({ 'talk.md': marp });
  const ended = await callRostrum(['export', 'talk.md', '-f', 'md'], { cwd: root });
  expect(ended.err).toBe(
    'talk.md is read as Marp: its front matter has "marp".\n"talk.md" is the deck itself.\nName another file with -o.\n',
  );
  expect(readFileSync(path.join(root, 'talk.md'), 'utf8')).toBe(marp);
  const other = await callRostrum(['export', 'talk.md', '-f', 'json', '-o', 'a.json'], {
    cwd: root,
  });
  expect(other.code).toBe(0);
  const { slides } = JSON.parse(readFileSync(path.join(root, 'a.json'), 'utf8'));
  expect(slides.map(({ title }: { title: string }) => title)).toEqual(['One', 'Two']);
});

test('what a deck has and its talk has not is counted by "export", and listed by "check"', async () => {
  const slidev = '---\nhighlighter: shiki\n---\n\n# One\n\n<Counter />\n';
  const { root } = open({ 'slides.md': slidev });
  const words = ['slides.md', '-f', 'json', '-o', 'a.json'];
  expect((await callRostrum(['export', ...words], { cwd: root })).err).toContain(
    'Not as it was: 1 to do by hand. "npx rostrum check slides.md" lists them.\n',
  );
  const { code, err } = await callRostrum(['check', 'slides.md', '--no-browser'], { cwd: root });
  expect(err).toContain(
    'slides.md:7:1  import-remark\nThe import has left this to you: <Counter />',
  );
  expect(code).toBe(0);
});

test('the file of a talk names the talk of its project', async () => {
  const { root } = open({ 'slides/talks/own.md': '---\ntitle: Own\n---\n\n# Own\n\n[x](#none)\n' });
  const words = ['check', 'slides/talks/own.md', '--no-browser'];
  expect((await callRostrum(words, { cwd: root })).err).toContain('slides/talks/own.md:7:1');
});

test('the value of an option is no deck', async () => {
  const { root } = open({ 'slides/talks/own.md': '# Own\n', 'own.html': '<p>old</p>' });
  const words = ['export', 'own', '-f', 'json', '-o', 'own.html'];
  expect((await callRostrum(words, { cwd: root })).err).not.toContain('deck');
});

test('changes of the deck are followed', async () => {
  const { root, write } = open();
  const deck = openDeckProject(root, 'deck.md');
  onTestFinished(deck.watch());
  write('deck.md', DECK.replace('The quay', 'The long quay'));
  const talk = path.join(deck.root, 'slides/talks/deck.md');
  await vi.waitFor(() => expect(readFileSync(talk, 'utf8')).toContain('The long quay'), {
    timeout: 10_000,
  });
});

test('changes of files that the deck brings in or shows are followed, also of one that comes later', async () => {
  const { root, write } = open({
    'deck.md':
      '---\ndrawings: {}\n---\n\n# Quay\n\n![A boat](boat.svg)\n\n---\nsrc: ./part.md\n---\n',
    'part.md': '# Pier\n\nShort words.\n',
  });
  const deck = openDeckProject(root, 'deck.md');
  onTestFinished(deck.watch());
  const talk = path.join(deck.root, 'slides/talks/deck.md');
  write('part.md', '# Pier\n\nOther words, and more of them.\n');
  await vi.waitFor(() => expect(readFileSync(talk, 'utf8')).toContain('Other words'), {
    timeout: 10_000,
  });
  expect(readFileSync(talk, 'utf8')).toContain('](boat.svg)');
  write('boat.svg', BOAT);
  await vi.waitFor(() => expect(readFileSync(talk, 'utf8')).toContain('](/assets/deck/boat.svg)'), {
    timeout: 10_000,
  });
});

test('pictures of the web are fetched for an export on request, and those that fail are named', async () => {
  const web = createServer((request, response) => {
    const isThere = request.url === '/boat.svg';
    const type = isThere ? 'image/svg+xml' : 'text/html';
    response.writeHead(isThere ? 200 : 404, { 'content-type': type }).end(isThere ? BOAT : 'No');
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void web.close());
  const at = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const { root } = open({
    'web.md': `# Web\n\n![A boat](${at}/boat.svg)\n\n![None](${at}/none.svg)\n`,
    'slides/talks/own.md': '# Own\n',
  });
  const words = ['export', 'web.md', '-f', 'md', '-o', 'out.md'];
  await callRostrum(words, { cwd: root });
  expect(readFileSync(path.join(root, 'out.md'), 'utf8')).toContain(`${at}/boat.svg`);
  const { code, err } = await callRostrum([...words, '--fetch'], { cwd: root });
  expect(err).toContain(`${at}/none.svg: `);
  expect(err).not.toContain('boat.svg:');
  expect(err).not.toContain('boat.svg" is on the web');
  expect(code).toBe(0);
  const text = readFileSync(path.join(root, 'out.md'), 'utf8');
  expect(text).not.toContain(`${at}/boat.svg`);
  expect(text).toContain(`${at}/none.svg`);
  const own = await callRostrum(['export', 'own', '-f', 'json', '--fetch'], { cwd: root });
  expect(own).toMatchObject({ code: 2 });
  expect(own.err).toContain('--fetch is for the file of a deck.');
});

test('files of other programs and files that are not there are refused by their names', async () => {
  const { root } = makeProject({ 'talk.pptx': 'PK\u0003\u0004\0', 'talk.pdf': '%PDF-1.4\n' });
  const errorOf = async (...words: string[]) => (await callRostrum(words, { cwd: root })).err;

  expect(await errorOf('check', 'talk.pptx')).toContain('"talk.pptx" is a file of PowerPoint');
  expect(await errorOf('export', 'talk.pdf')).toContain('"talk.pdf" is no text.');
  expect(await errorOf('check', 'old/gone.md')).toContain('There is no deck "old/gone.md".');
});

test('where there are no talks, a name that is not there is a missing file, and a folder is that of a deck', async () => {
  const { root } = open({ 'old/slides.md': '# Quay\n\n[x](#none)\n', 'b.typ': '#slide[a]\n' });
  const check = (word: string) => callRostrum(['check', word, '--no-browser'], { cwd: root });
  expect((await check('old')).err).toContain('old/slides.md:3:1');
  expect((await check('nosuch.md')).err).toContain('There is no deck "nosuch.md".');
  expect((await check('b.typ')).err).toContain('is a file of Typst');
});
