import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';
import { callRostrum, runRostrum, type Ended } from '../../../support/run.ts';

function run(words: string[], cwd: string): Promise<Ended> {
  return callRostrum(words, { cwd });
}

const small = () => makeProject(SMALL_PROJECT).root;
const empty = () => makeProject({ 'README.md': '' }).root;

test('help and version are answers: they go to standard output and end with 0', async () => {
  const help = await runRostrum(['--help'], { cwd: empty() });
  expect(help.code).toBe(0);
  expect(help.out).toContain('rostrum VERB');
  for (const verb of ['dev', 'build', 'export', 'check']) expect(help.out).toContain(`  ${verb}`);
  const version = await run(['--version'], empty());
  expect(version).toMatchObject({ code: 0, err: '' });
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a verb explains its options', async () => {
  const help = await run(['dev', '--help'], empty());
  expect(help.code).toBe(0);
  for (const option of ['--port N', '--host', '--as-of DATE']) expect(help.out).toContain(option);
});

test('help stays within eighty columns, and a word that two verbs share lists both', async () => {
  for (const words of [['--help'], ['export', '--help'], ['diff', '--help']]) {
    const { out } = await run(words, empty());
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  }
  const data = await run(['data', '--help'], empty());
  expect(data).toMatchObject({ code: 0, err: '' });
  expect(data.out).toContain('npx rostrum data VERB');
  expect(data.out).toContain('  refresh  ');
  expect(data.out).toContain('  status   ');
});

test('a verb that lacks a word ends with 2 and says which', async () => {
  const { code, err } = await run(['where'], small());
  expect(code).toBe(2);
  expect(err).toBe('rostrum where needs a NAME.\nFor instance: npx rostrum where mailing-list\n');
});

test.each(['constructor', 'toString', '__proto__'])(
  'a word that every object has, like %s, is no verb',
  async (word) => {
    const { code, err } = await run([word], empty());
    expect(code).toBe(2);
    expect(err).toContain(`rostrum has no verb "${word}".`);
  },
);

test('a wrong second word of a verb gets the nearest one, too', async () => {
  const second = await run(['data', 'refrsh'], empty());
  expect(second.code).toBe(2);
  expect(second.err).toContain('rostrum has no verb "data refrsh".');
  expect(second.err).toContain('Did you mean "npx rostrum data refresh"?');
  const option = await run(['--verison'], empty());
  expect(option.code).toBe(2);
  expect(option.err).toContain('Did you mean "npx rostrum --version"?');
});

test('an unknown verb or option ends with 2 and names the nearest', async () => {
  const verb = await run(['biuld'], empty());
  expect(verb).toMatchObject({ code: 2, out: '' });
  expect(verb.err).toBe('rostrum has no verb "biuld".\nDid you mean "npx rostrum build"?\n');
  const option = await run(['dev', '--prot', '1'], small());
  expect(option.code).toBe(2);
  expect(option.err).toContain('rostrum dev has no option --prot.\nDid you mean --port?');
});

test('a value that cannot be ends with 2 and says what could', async () => {
  const port = await run(['dev', '--port', '99999'], small());
  expect(port).toMatchObject({ code: 2 });
  expect(port.err).toContain('0 to 65535');
  const date = await run(['check', '--as-of', '2024-02-30'], small());
  expect(date).toMatchObject({ code: 2 });
  expect(date.err).toContain('YYYY-MM-DD');
});

test('a folder without talks ends with 2 and says where talks would be', async () => {
  const { code, err } = await run(['check'], empty());
  expect(code).toBe(2);
  expect(err).toContain('There are no talks in');
  expect(err).toContain('slides/talks/NAME.md');
});

test('check ends with 0 where nothing is wrong', async () => {
  const { code, err } = await run(['check', '--no-browser'], small());
  expect(err).toBe('No problems.\n');
  expect(code).toBe(0);
});

test('check and build print every error and end with 1, and build writes nothing', async () => {
  const folder = makeProject(SMALL_PROJECT);
  folder.write('slides/library/shared.md', '## Shared\n\n{{ user.count }} {{ users.cuont }}\n');
  for (const words of [['check', '--no-browser'], ['build']]) {
    const { code, err } = await run(words, folder.root);
    expect(code).toBe(1);
    expect(err).toContain('slides/library/shared.md:3:');
    expect(err).toContain('unknown-dataset');
    expect(err).toContain('unknown-column');
    expect(err).toContain('2 errors');
    expect(err).not.toContain('fault');
  }
});

test('check writes JSON for programs, and takes names of talks', async () => {
  const folder = makeProject(SMALL_PROJECT);
  folder.write('slides/library/shared.md', '## Shared\n\n{{ user.count }}\n');
  const json = await run(['check', 'first', '--no-browser', '--json'], folder.root);
  expect(json).toMatchObject({ code: 1, err: '' });
  expect(JSON.parse(json.out)).toMatchObject([
    { code: 'unknown-dataset', severity: 'error', span: { line: 3, column: 4 } },
  ]);
  const wrong = await run(['check', 'frist', '--no-browser'], folder.root);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('Did you mean "first"?');
});

test('reports a Vite configuration without Rostrum', async () => {
  const folder = makeProject({ ...SMALL_PROJECT, 'vite.config.mjs': 'export default {};\n' });
  const { code, err } = await run(['check'], folder.root);
  expect(code).toBe(2);
  expect(err).toContain('rostrum()');
});

test("a stylesheet that cannot be read is the author's error and is reported with its place", async () => {
  const { root, write } = makeProject({
    'slides/talks/talk.md': '---\ntitle: A talk\ncss: /assets/own.css\n---\n\n# One\n',
    'assets/own.css': '.a {}\n.b { } } {',
  });
  const broken = await run(['build'], root);
  expect(broken.code).toBe(1);
  expect(broken.err).toMatch(/^assets\/own\.css:2:8 {2}broken-css\nNothing is open/);
  expect(broken.err).not.toContain('    at ');
  write('assets/own.css', '@import "gone.css";\n');
  const missing = await run(['build'], root);
  expect(missing.code).toBe(1);
  expect(missing.err).toContain('assets/own.css:1:10  missing-url\nThere is no file "gone.css".');
});

test('a configuration of Vite without Rostrum ends every verb and says which file it is', async () => {
  const { root } = makeProject({ ...SMALL_PROJECT, 'vite.config.mjs': 'export default {};\n' });
  for (const verb of [['dev', '--port', '0'], ['build'], ['check', '--no-browser']]) {
    const { code, err } = await run(verb, root);
    expect(code, verb.join(' ')).toBe(2);
    expect(err).toContain('vite.config.mjs does not use Rostrum.');
  }
});

test('a build is not written where it would empty the project, and ends with 2', async () => {
  const { root } = makeProject(SMALL_PROJECT);
  for (const folder of ['.', '..', 'slides']) {
    const { code, err } = await run(['build', '-o', folder], root);
    expect(code, folder).toBe(2);
    expect(err).toContain('Choose another folder with -o');
  }
  expect((await run(['build'], root)).code).toBe(0);
  expect((await run(['build', '-o', 'dist'], root)).code).toBe(0);
  expect((await run(['check', '--no-browser'], root)).code).toBe(0);
});

test.each(['#', '?'])('a folder with %s in its path is refused by every command', async (sign) => {
  const { root } = makeProject({ [`talks${sign}1/slides/talks/first.md`]: '# First\n' });
  const cwd = path.join(root, `talks${sign}1`);
  const refused = [
    ...(await Promise.all(
      [['dev'], ['build'], ['check'], ['export'], ['data', 'status'], ['new', 'x'], ['init']].map(
        (words) => run(words, cwd),
      ),
    )),
    await run(['init', `more${sign}talks`, '--yes', '--no-install'], root),
  ];
  for (const { code, err } of refused) {
    expect(code).toBe(2);
    expect(err).toContain(`holds the character "${sign}"`);
    expect(err).toContain('Rename or move the folder');
  }
  expect(existsSync(path.join(root, `more${sign}talks`))).toBe(false);
});

test.each([
  ['serve', 'npx rostrum dev'],
  ['pdf', 'npx rostrum export'],
  ['version', 'npx rostrum --version'],
])('the verb "%s" of other programs is known as "%s"', async (word, verb) => {
  expect((await run([word], small())).err).toContain(`Did you mean "${verb}"?`);
});

test('help may come before its verb', async () => {
  const { code, out } = await run(['help', 'export'], empty());
  expect(code).toBe(0);
  expect(out).toContain('npx rostrum export [TALK...]');
});

test('a talk is also named by its file without the folder', async () => {
  const root = makeProject({ 'slides/talks/t.md': '---\ntitle: T\n---\n\n# A\n' }).root;
  expect(await run(['check', '--no-browser', 't.md'], root)).toMatchObject({ code: 0 });
  const { err } = await run(['check', '--no-browser', 't.pdf'], root);
  expect(err).toContain('npx rostrum export t -o t.pdf');
});

test('an ending that is no format of an export is refused', async () => {
  const { code, err } = await run(['export', '-o', 'talk.docx'], small());
  expect(code).toBe(2);
  expect(err).toContain('ends in .docx, which is no format of an export');
});

test('a long option with one dash is named with two', async () => {
  const { code, err } = await run(['export', '-output', 'a.pdf'], small());
  expect(code).toBe(2);
  expect(err).toContain('Write "--output".');
});

test('the code of a problem is explained, and a misspelt one has the nearest', async () => {
  const { code, out } = await run(['explain', 'unknown-dataset'], empty());
  expect(code).toBe(0);
  expect(out).toMatch(/^unknown-dataset\n\nA block names a dataset that does not exist/);
  const { err } = await run(['explain', 'unknown-datset'], empty());
  expect(err).toContain('Did you mean "unknown-dataset"?');
});
