import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCommandTool } from '../../../../src/node/diagrams/command-tool.ts';
import { compileDrawn, openDiagrams } from '../../../../src/node/diagrams/diagrams.ts';
import { openGraphviz } from '../../../../src/node/diagrams/graphviz.ts';
import { toWrittenLine } from '../../../../src/node/diagrams/mermaid-lines.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { openProjectFolder } from '../../../support/project.ts';

const TALK = 'slides/talks/talk.md';
const fence = (language: string, text: string): string =>
  `---\ntitle: T\ndate: 2025-01-01\n---\n\n# A\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;
/** A program that draws its input, counts how often it ran, and fails where it is told to. */
const TOOL = `#!/usr/bin/env node
const fs = require('node:fs');
const text = fs.readFileSync(0, 'utf8');
fs.appendFileSync('runs.txt', process.argv.slice(2).join(' ') + '\\n');
if (text.includes('bad')) { process.stderr.write('err: line 2: no such shape'); process.exit(1); }
if (text.includes('much')) { process.stdout.write('<svg>' + 'x'.repeat(5e6)); }
else process.stdout.write('<svg viewBox="0 0 90 30"><title>Drawn</title><text onclick="x()">' + text + '</text></svg>');
`;
const folder = openProjectFolder({ [TALK]: fence('boxes', 'one'), 'tool.cjs': TOOL });
chmodSync(path.join(folder.root, 'tool.cjs'), 0o755);
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));
const words = [process.execPath, path.join(folder.root, 'tool.cjs'), '-', '$(touch x)'];
const place = { root: folder.root, isSafe: false };

test('a program of the configuration draws through the same lists, once for a text', async () => {
  const open = () => new Project({ root: folder.root, diagrams: { boxes: words } });
  const first = await open().compile('talk');
  expect(first?.value.slides[0]?.html).toContain('>one</text>');
  expect(first?.value.slides[0]?.html).not.toContain('onclick');
  expect(first?.problems.map(({ code }) => code)).toEqual(['diagram-left-out']);
  await open().compile('talk');
  const runs = readFileSync(path.join(folder.root, 'runs.txt'), 'utf8');
  expect(runs).toBe('- $(touch x)\n');
  expect(readdirSync(folder.root)).not.toContain('x');
});

test('an edit draws again, and the former text is not drawn twice', async () => {
  const project = new Project({ root: folder.root, diagrams: { boxes: words } });
  const edit = async (text: string): Promise<string> => {
    writeFileSync(path.join(folder.root, TALK), fence('boxes', text));
    return (await project.compile('talk'))?.value.slides[0]?.html ?? '';
  };
  expect(await edit('another')).toContain('>another</text>');
  expect(await edit('one')).toContain('>one</text>');
});

test('a program that fails says why, with its line', async () => {
  const [faulty, much] = await openCommandTool(words, place).draw(['bad', 'much']);
  expect(faulty).toEqual({ kind: 'faulty', message: 'err: line 2: no such shape', line: 2 });
  expect(much?.kind).toBe('undrawn');
  const [missing] = await openCommandTool(['no-such-program-here'], place).draw(['a']);
  expect(missing?.kind).toBe('undrawn');
  const [safe] = await openCommandTool(words, { ...place, isSafe: true }).draw(['a']);
  expect(safe?.kind).toBe('undrawn');
});

test('Graphviz draws with names of parts, and reports the line of a fault', async () => {
  const texts = ['digraph { tooltip="Why" A -> "B & C" }', 'digraph {\n a -> b\n c -> [\n}'];
  const [drawn, faulty] = await openGraphviz(place).draw(texts);
  const svg = drawn?.kind === 'drawn' ? drawn.svg : '';
  expect(svg).toContain('<desc>Why</desc>');
  expect(svg).toContain('data-part="A-&gt;B &amp; C"');
  expect(faulty).toMatchObject({ kind: 'faulty', line: 3 });
});

test('Graphviz reads no file of the machine', async () => {
  const [drawn] = await openGraphviz(place).draw(['digraph { a [image="/etc/passwd"] }']);
  expect(JSON.stringify(drawn)).not.toContain('root:');
});

test('a language without a program is not one of diagrams', () => {
  const diagrams = openDiagrams({ root: folder.root });
  expect(diagrams.read({ language: 'd2', text: 'a' })).toBeUndefined();
  expect(diagrams.read({ language: 'dot', text: 'x'.repeat(60_000) })?.kind).toBe('undrawn');
  expect(diagrams.isWaiting).toBe(false);
});

test('compiles again until nothing is left to draw', async () => {
  let left = 2;
  const diagrams = {
    get isWaiting() {
      return left > 0;
    },
    draw: async () => void left--,
  };
  expect(await compileDrawn(() => left, diagrams)).toBe(0);
});

test('the lines of Mermaid are those of the text without front matter and comments', () => {
  const text = '---\ntitle: x\n---\n%% a remark\nflowchart LR\n A --> B\n  %% step: A\n B --> [';
  expect([1, 2, 3, 9].map((line) => toWrittenLine(text, line))).toEqual([5, 6, 8, 8]);
});
