import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSlides } from '../../src/node/check/check.ts';
import { openBrowser, type Browser } from '../../src/node/chromium/chromium.ts';
import { Project } from '../../src/node/project/project.ts';
import { formatProblem } from '../../src/talk/source/frame.ts';
import { sortProblems } from '../../src/talk/model/problem.ts';
import { expectFile, listCases, testFolder } from '../support/cases.ts';

const FOLDER = testFolder('check');
const CLEAN = 'clean';

let browser: Promise<Browser>;

beforeAll(() => {
  browser = openBrowser({ prefer: 'bundled' });
});

afterAll(async () => (await browser)[Symbol.asyncDispose]());

async function check(name: string) {
  const project = new Project({ root: path.join(FOLDER, name), today: () => '2025-01-01' });
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

test('finds nothing where nothing is wrong', async () => {
  const { compiled, printed } = await check(CLEAN);
  expect(compiled).toEqual([]);
  expect(printed).toBe('');
});
