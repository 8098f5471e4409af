import { expect, test } from 'vitest';
import { reportPageFaults } from '../../../../src/node/check/page-faults.ts';
import type { RecordedFault } from '../../../../src/node/check/record-faults.ts';
import { toProblem } from '../../../../src/talk/problems/finding.ts';
import { compileTexts } from '../../../support/fixtures.ts';

const NAMES = 'https://files.invalid/a.json';
const [TALK] = compileTexts({
  'slides/talks/t.md': `---\ntitle: T\n---\n\n# One\n\n---\n\n# Two\n\nThe scheme ftp, and ${NAMES}?b in words.\n\n---\n\n# Three\n\n[x](${NAMES}#part) <a href="ftp://files.invalid/?a&amp;b">y</a>\n`,
}).talks;

function report(
  errors: string[],
  dialogs: string[],
  lines: string[],
  recorded: RecordedFault[] = [],
) {
  if (!TALK) throw new Error('There is no talk.');
  const found = reportPageFaults({ errors, dialogs, recorded }, lines, TALK);
  return found.map((finding) => [finding.slide, toProblem(finding).message]);
}

test('dialogs and scripts that failed are told, without a stack', () => {
  const errors = [
    'TypeError: x is not a function\n    at draw (block.ts:1:2)\n    at go (a.ts:1:1)',
  ];
  expect(report(errors, ['a dialog was dismissed: alert "a"'], [])).toEqual([
    ['', 'The page of "t" reports: a dialog was dismissed: alert "a".'],
    ['', 'The page of "t" reports: a script failed: TypeError: x is not a function.'],
  ]);
});

test('what the policy blocked is told at the slide that names it; what was late or is laid out later is not', () => {
  const words = "was blocked by the page's policy (connect-src)";
  const lines = [
    `${NAMES} ${words}`,
    `https://other.invalid/ ${words}`,
    `ftp ${words}`,
    `ftp://files.invalid/?a&b ${words}`,
    'fonts was not drawn in time',
  ];
  expect(report(['ResizeObserver loop limit exceeded'], [], lines)).toEqual([
    ['three', `The page of "t" reports: ${NAMES} ${words}.`],
    ['', `The page of "t" reports: https://other.invalid/ ${words}.`],
    ['three', `The page of "t" reports: ftp ${words}.`],
    ['three', `The page of "t" reports: ftp://files.invalid/?a&b ${words}.`],
  ]);
});

test('what the page recorded is told at its slide, before what the browser reports', () => {
  const failed = { reason: 'a script failed: TypeError: x', slide: 'two', block: 'two/1' };
  const printed = { reason: 'a script printed an error: no rows', slide: '', block: null };
  expect(report(['Error: in a frame\n    at a.ts:1:1'], [], [], [failed, printed])).toEqual([
    ['two', 'The page of "t" reports: a script failed: TypeError: x.'],
    ['', 'The page of "t" reports: a script printed an error: no rows.'],
    ['', 'The page of "t" reports: a script failed: Error: in a frame.'],
  ]);
});
