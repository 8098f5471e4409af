import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSlides } from '../../src/node/check/check.ts';
import { withoutForeseen } from '../../src/node/check/foreseen.ts';
import { openBrowser, type Browser } from '../../src/node/chromium/chromium.ts';
import { Project } from '../../src/node/project/project.ts';
import { formatProblem } from '../../src/talk/source/frame.ts';
import { sortProblems } from '../../src/talk/model/problem.ts';
import { expectFile, listCases, testFolder } from '../support/cases.ts';
import { makeProject } from '../support/project.ts';
import { readTexts } from '../support/fixtures.ts';
import { writeRight } from '../support/right.ts';

const FOLDER = testFolder('check');
const CLEAN = 'clean';

let browser: Promise<Browser>;

beforeAll(() => {
  browser = openBrowser({ prefer: 'bundled' });
});

afterAll(async () => (await browser)[Symbol.asyncDispose]());

const check = (name: string) => checkIn(path.join(FOLDER, name));

async function checkIn(root: string) {
  const project = new Project({ root, today: () => '2025-01-01' });
  const compiled = await project.problems();
  const measured = await checkSlides({ project, names: project.talkNames, browser });
  const printed = sortProblems(measured).map((problem) => formatProblem(problem, project.readText));
  return { compiled, measured, printed: printed.join('\n\n') };
}

test.each(listCases(FOLDER).filter((name) => name !== CLEAN))('finds %s', async (code) => {
  const { compiled, measured, printed } = await check(code);
  expect(compiled).toEqual([]);
  expect([...new Set(measured.map((problem) => problem.code))]).toEqual([code]);
  expectFile(path.join(FOLDER, code, 'expected.txt'), printed);
});

test('finds nothing in the right forms, which are talks of one project', async () => {
  const files: Record<string, string> = {};
  for (const code of listCases(FOLDER).filter((name) => name !== CLEAN)) {
    using right = writeRight('check', code);
    for (const [file, text] of Object.entries(readTexts(right.folder))) {
      const name = file
        .replace('talks/talk.md', `talks/${code}.md`)
        .replace('assets/', `assets/${code}/`);
      files[name] = text.replaceAll('../assets/', `../assets/${code}/`);
    }
  }
  const { compiled, printed } = await checkIn(makeProject(files).root);
  expect(compiled).toEqual([]);
  expect(printed).toBe('');
});

test('finds nothing where nothing is wrong', async () => {
  const { compiled, printed } = await check(CLEAN);
  expect(compiled).toEqual([]);
  expect(printed).toBe('');
});

test('a diagram without a description is reported once', async () => {
  const talk = '# A boat\n\n```dot\ndigraph { Boat -> Quay }\n```\n';
  const { compiled, measured } = await checkIn(makeProject({ 'slides/talks/a.md': talk }).root);
  expect(compiled.map(({ code }) => code)).toEqual(['missing-alt']);
  expect(measured).toEqual([]);
});

test('a small diagram is reported once, at its fence, as measured', async () => {
  const nodes = Array.from({ length: 14 }, (_, index) => `"Station ${index}"`).join(' -> ');
  const dot = `digraph { rankdir=LR; tooltip="A line."; ${nodes} }`;
  const talk = `# A line\n\n\`\`\`dot\n${dot}\n\`\`\`\n`;
  const { compiled, measured } = await checkIn(makeProject({ 'slides/talks/a.md': talk }).root);
  expect(compiled.map(({ code }) => code)).toEqual(['small-diagram']);
  expect(withoutForeseen(compiled, measured)).toEqual([]);
  expect(measured).toMatchObject([
    { code: 'small-diagram', severity: 'error', span: { line: 3, column: 4 } },
  ]);
});

test('finds small text that stylesheets add, however their rules are written', async () => {
  const small = "content: 'a remark'; font-size: 12px";
  const styles = {
    plain: `.remark:after { ${small} }`,
    any: `.remark > ::before { ${small} }`,
    layered: `@layer own { @media (min-width: 1px) { .remark::after { ${small} } } }`,
    nested: `.slide { & .remark { color: inherit; &::after { ${small} } } }`,
    variable: `.remark { --words: 'a remark'; } .remark::after { content: var(--words); font-size: 12px }`,
    attribute: '.remark::after { content: attr(class); font-size: 12px }',
    scoped: `@scope (.slide) { .remark::after { ${small} } }`,
    imported: "@import './plain.css';",
  };
  const quiet = {
    signs: ".remark::after { content: '→'; font-size: 12px }",
    none: '.remark::after { content: none; font-size: 12px }',
  };
  const all = Object.entries({ ...styles, ...quiet });
  const talk = (name: string): string =>
    `---\ncss: ../../assets/${name}.css\n---\n\n# A slide\n\nSome *words*.\n<!-- .element: class="remark" -->\n`;
  const { root } = makeProject(
    Object.fromEntries(
      all.flatMap(([name, style]) => [
        [`assets/${name}.css`, `${style}\n`],
        [`slides/talks/${name}.md`, talk(name)],
      ]),
    ),
  );
  const { measured } = await checkIn(root);
  const found = measured.map(({ code, span }) => [code, path.basename(span?.file ?? '', '.md')]);
  expect(found.sort()).toEqual(
    Object.keys(styles)
      .sort()
      .map((name) => ['small-text', name]),
  );
});
