import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { limitProblems, type Problem } from '../../../../src/talk/model/problem.ts';
import { makeProject } from '../../../support/project.ts';

const TALK = 'slides/talks/talk.md';
const HEAD = '---\ntitle: T\n---\n\n# A\n';
const include = (name: string): string => `\n---\nsrc: ../library/${name}.md\n---\n`;
const LONG = 'a line of words\n'.repeat(118_000);

test('files that are too large are not read, alone or together, and the rest of the talk is shown', async () => {
  const remark = `# A remark\n\n<!-- //\n${LONG}-->\n`;
  const names = ['one', 'two', 'three', 'four', 'large', 'last'];
  const { root } = makeProject({
    [TALK]: HEAD + names.map(include).join(''),
    ...Object.fromEntries(names.map((name) => [`slides/library/${name}.md`, remark])),
    'slides/library/large.md': LONG.repeat(2),
    'data/d.json': `[${' '.repeat(8_000_000)}]`,
  });
  const project = new Project({ root, today: () => '2025-01-01' });
  const talk = (await project.compile('talk'))?.value;
  expect(talk?.slides.map(({ title }) => title)).toEqual([
    'A',
    ...Array<string>(4).fill('A remark'),
    '',
    '',
  ]);
  const problems = await project.problems();
  expect(problems[0]?.hint).toContain('"duckdb" with a query');
  expect(problems[1]?.hint).toContain('move the rest out of the project');
  expect(problems.map(({ code, span, message }) => [code, span?.file, message])).toEqual([
    ['text-too-long', 'data/d.json', 'This file has 9 MB; files of more than 8 MB are not read.'],
    [
      'text-too-long',
      'slides/library/large.md',
      'This file has 4 MB; files of more than 2 MB are not read.',
    ],
    [
      'text-too-long',
      'slides/library/last.md',
      'With this file the slides of the project have 10 MB; more than 8 MB are not read.',
    ],
  ]);
});

test('of problems of one kind in one file twenty are printed, and the others are counted', () => {
  const span = { file: 'data/d.json', line: 1, column: 1, length: 1 };
  const problem = (code: string): Problem => ({ code, severity: 'error', message: '', span });
  const many = Array.from({ length: 30_000 }, () => problem('bad-date'));
  const { shown, others } = limitProblems([...many, problem('bad-url')]);
  expect(shown).toHaveLength(21);
  expect(others).toEqual(['data/d.json has 29980 more problems of the kind bad-date.']);
});
