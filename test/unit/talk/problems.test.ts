import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expectFile, listCases, testFolder } from '../../support/cases.ts';
import { hasGit } from '../../support/repository.ts';
import { compileFolder } from '../../support/fixtures.ts';
import { writeRight } from '../../support/right.ts';

const FOLDER = testFolder('problems');
/** What only a browser finds. */
const SHOWN = testFolder('check');
const MESSAGES = 'src/talk/problems';
const CODE = /code: '([a-z-]+)'/g;
/** What is wrong with finished PDFs, for which there are no projects. */
const PDF_CODE = /'(pdf-[a-z0-9-]+)'/g;
const PDF_RULES = ['src/node/pdf/preflight.ts', 'src/node/pdf/pdf.ts'];
const HEADING = /^### ([a-z0-9-]+)$/gm;

const CASES = listCases(FOLDER);
const needsGit = (code: string): boolean => existsSync(path.join(FOLDER, code, 'repository.txt'));

test.skipIf(!hasGit).each(CASES.filter(needsGit))('prints %s, with git', prints);

test.each(CASES.filter((code) => !needsGit(code)))('prints %s', prints);

async function prints(code: string): Promise<void> {
  const folder = path.join(FOLDER, code);
  const { problems, printed } = await compileFolder(folder);
  expect(problems.map((problem) => problem.code)).toContain(code);
  expectFile(path.join(folder, 'expected.txt'), printed);
}

test.skipIf(!hasGit).each(CASES.filter(needsGit))('the right form of %s, with git', isRight);

test.each(CASES.filter((code) => !needsGit(code)))('the right form of %s', isRight);

/** What the page of a problem recommends has no problem at all. */
async function isRight(code: string): Promise<void> {
  using right = writeRight('problems', code);
  const { printed } = await compileFolder(right.folder);
  expect(printed).toBe('');
}

test('every problem of the catalogue is documented and has a case, and nothing else is', () => {
  const codes = [...new Set(listMessages().flatMap((file) => findAll(CODE, file)))].sort();
  const ofPdfs = PDF_RULES.flatMap((file) => findAll(PDF_CODE, file));
  expect(findAll(HEADING, 'docs/problems.md')).toEqual([...codes, ...ofPdfs].sort());
  const shown = listCases(SHOWN).filter((name) => name !== 'clean');
  expect([...listCases(FOLDER), ...shown].sort()).toEqual(codes);
  expect(listCases(testFolder('right'))).toEqual(codes);
});

function listMessages(): string[] {
  const files = readdirSync(path.join(FOLDER, '../..', MESSAGES), { recursive: true });
  const modules = files.map(String).filter((file) => file.endsWith('.ts'));
  return modules.map((file) => `${MESSAGES}/${file.replaceAll('\\', '/')}`);
}

function findAll(pattern: RegExp, file: string): string[] {
  const text = readFileSync(path.join(FOLDER, '../..', file), 'utf8');
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}
