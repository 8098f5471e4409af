import { expect, test } from 'vitest';
import {
  findFolder,
  renderGithub,
  renderLines,
  renderSarif,
} from '../../../../src/node/check/annotations.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';

const SPAN = { file: 'slides/a b,c.md', line: 3, column: 5, length: 4 };
const PROBLEM: Problem = {
  code: 'unknown-dataset',
  severity: 'error',
  message: 'No dataset is called "x", 100% sure.',
  hint: 'First.\nSecond.',
  span: SPAN,
  via: [{ file: 'slides/talks/t.md', line: 9, column: 6, length: 2 }],
};
const LOOSE: Problem = { code: 'no-talk', severity: 'warning', message: 'Nothing here.' };
const OPTIONS = {
  folder: 'talks',
  version: '1.2.3',
  pageOf: (code: string) => (code === 'no-talk' ? null : `https://example.org/${code}.html`),
};

test('a problem becomes a command of the runner, with everything escaped that would end it', () => {
  expect(renderGithub([PROBLEM, LOOSE], OPTIONS)).toBe(
    '::error file=talks/slides/a b%2Cc.md,line=3,col=5,endColumn=9,title=unknown-dataset::' +
      'No dataset is called "x", 100%25 sure.%0AFirst.%0ASecond.\n' +
      '::warning title=no-talk::Nothing here.',
  );
  expect(renderGithub([], OPTIONS)).toBe('');
});

test('a problem becomes a line for each of its places, as compilers write them', () => {
  const also = [{ file: 'data/list.json', line: 1, column: 2, length: 3 }];
  const text = 'error: No dataset is called "x", 100% sure. First. Second. (unknown-dataset)';
  expect(renderLines([{ ...PROBLEM, also }, LOOSE])).toBe(
    [
      `slides/a b,c.md:3:5: ${text}`,
      `data/list.json:1:2: ${text}`,
      'warning: Nothing here. (no-talk)',
    ].join('\n'),
  );
});

test('SARIF names rules, places and the lines that led there', () => {
  const [run] = JSON.parse(renderSarif([PROBLEM, LOOSE, PROBLEM], OPTIONS)).runs;
  expect(run.tool.driver).toEqual({
    name: 'Rostrum',
    version: '1.2.3',
    rules: [
      { id: 'no-talk' },
      { id: 'unknown-dataset', helpUri: 'https://example.org/unknown-dataset.html' },
    ],
  });
  expect(run.results).toHaveLength(3);
  const [first, second] = run.results;
  expect(first).toMatchObject({ ruleId: 'unknown-dataset', ruleIndex: 1, level: 'error' });
  expect(first.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'talks/slides/a%20b%2Cc.md', uriBaseId: '%SRCROOT%' },
    region: { startLine: 3, startColumn: 5, endColumn: 9 },
  });
  expect(first.relatedLocations).toHaveLength(1);
  expect(second).toMatchObject({
    ruleId: 'no-talk',
    ruleIndex: 0,
    level: 'warning',
    locations: [],
  });
});

test('a project in a folder of its repository is named from there', () => {
  expect(findFolder('/srv/repo/talks', '/srv/repo')).toBe('talks');
  expect(findFolder('/srv/repo', '/srv/repo')).toBe('');
  expect(findFolder('/srv/other', '/srv/repo')).toBe('');
  expect(findFolder('/srv/repo', undefined)).toBe('');
});
