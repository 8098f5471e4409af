import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { indexSamples } from '../../src/node/reference/sample-index.ts';
import { DOORS, isValue, reportApi } from '../../src/node/reference/api-report.ts';
import { expectFile } from '../support/cases.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string | undefined => {
  const whole = path.join(ROOT, file);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
};

/** What a reader of the report has to know first. */
const HEAD = `# API

What the package exports, generated from its sources. A test compares this page, so a change of the API is seen in every review.

**Versions.** Until 1.0 a minor version may change what is listed here, and the changelog says how. From 1.0 on, names and types that are listed
here change only with a major version; a minor one adds. What is not listed here, such as files below \`dist/\`, may change at any time.
Codes of problems and the fields of \`check --format json\` are as stable as this page.
`;

/** The pages with samples, which `docs-samples.test.ts` compiles. */
const PAGES = Object.fromEntries(
  [
    'start.md',
    'blocks.md',
    'theming.md',
    'data.md',
    'connect.md',
    'kernel.md',
    'api-examples.md',
  ].map((page) => [page, read(`docs/${page}`) ?? '']),
);

test('the report of the API is current', () => {
  const report = reportApi(read, DOORS, indexSamples(PAGES));
  expectFile(path.join(ROOT, 'docs/api.md'), `${HEAD}\n${report}`);
});

test('each value of the API stands in a sample that is compiled', () => {
  const samples = indexSamples(PAGES);
  const values = [...reportApi(read).matchAll(/^### (\w+)\n\n```ts\n([^]*?)^```/gm)]
    .filter(([, , text = '']) => isValue(text))
    .map(([, name = '']) => name);
  expect(values.length).toBeGreaterThan(50);
  expect(values.filter((name) => !samples.has(name))).toEqual([]);
});

test('each name leads to a sample, or to what uses it', () => {
  const report = reportApi(read, DOORS, indexSamples(PAGES));
  const sections = report.split(/^### /m).slice(1);
  const lost = sections.filter((section) => !/^(?:Example: \[|Used in [[`])/m.test(section));
  expect(lost).toEqual([]);
});

/** Names that declarations have from TypeScript, browsers or valibot, and of what they are generic in. */
const FOREIGN =
  /^(?:GenericSchema|HTMLElement|SVGSVGElement|TemplateStringsArray)$|^(?:Omit|Partial|Pick|Readonly|Record)$|^(?:Config|Recipe|Spec)$/;
const DECLARATION = /^### \w+\n\n```ts\n([^]*?)^```/gm;
const ASIDE = /\/\*\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g;

test('blocks, themes and recipes can name each type that they need', () => {
  const report = reportApi(read);
  const exported = new Set([...report.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name));
  const named = [...report.matchAll(DECLARATION)].flatMap(([, text = '']) => {
    const code = text.replaceAll(ASIDE, '');
    return [...code.matchAll(/\b[A-Z]\w*[a-z]\w*\b/g)].map(([name]) => name);
  });
  const missing = new Set(named.filter((name) => !exported.has(name) && !FOREIGN.test(name)));
  expect([...missing]).toEqual([]);
});

test('each name has its declaration, with its comment', () => {
  const files: Record<string, string> = {
    'src/a.ts':
      "export { one, type Two as Zwei } from './b.ts';\nexport * from './c.ts';\nexport * as v from 'valibot';\n",
    'src/b.ts':
      '/** Returns one. */\nexport function one(\n  text: string,\n): { a: number } {\n  return { a: 1 };\n}\n\n/** Two. */\nexport type Two = {\n  a: string;\n};\n\n',
    'src/c.ts': '/** Three. */\nexport interface Three {\n  a: 1;\n}\n\nexport const four = 4;\n',
  };
  const report = reportApi((file) => files[file], [{ name: 'a', file: 'src/a.ts' }]);
  expect(report).toContain(
    '/** Returns one. */\nexport function one(\n  text: string,\n): { a: number };',
  );
  expect(report).toContain(
    '### Zwei\n\n```ts\n/** Two. */\nexport type Two = {\n  a: string;\n};\n```',
  );
  expect(report).toContain('export interface Three {\n  a: 1;\n}');
  expect(report).toContain('export const four;');
  expect(report).toContain('// All of the package "valibot".');
  files['src/c.ts'] +=
    "\nexport type Four = (typeof LIST)[number];\n\nexport type Five = keyof typeof MAP;\n\nconst LIST = ['a', 'b'] as const;\nconst MAP = {\n  c: 1,\n  'd-e': 2,\n};\n";
  const unions = reportApi((file) => files[file], [{ name: 'a', file: 'src/a.ts' }]);
  expect(unions).toContain("export type Four = 'a' | 'b';");
  expect(unions).toContain("export type Five = 'c' | 'd-e';");
  const samples = indexSamples({ 'a.md': '## One and more\n\n```ts\none();\n```\n' });
  files['src/c.ts'] += '\nexport function three(of: Three): Zwei;\n';
  const linked = reportApi((file) => files[file], [{ name: 'a', file: 'src/a.ts' }], samples);
  expect(linked.match(/^(?:Example|Used).*/gm)).toEqual([
    'Used in `three`.',
    'Used in `three`.',
    'Example: [One and more](a.md#one-and-more).',
  ]);
});
