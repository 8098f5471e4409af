import { expect, test } from 'vitest';
import commits from '../../../../src/kernel/blocks/commits.ts';
import { compileBlock, viewOf } from '../../../support/block.ts';

const COMMITS = viewOf('commits', [
  {
    id: 'c4d7f546dd9a',
    subject: 'objtool/kbuild/rust: enable <objtool>',
    url: 'https://x.example/c4',
  },
  { id: 'ca627e636551', subject: 'rust: cfi: add support', url: 'javascript:alert(1)' },
  { id: 'e3117404b411', subject: 'Linux 6.12', url: null },
]);
const compile = (yaml: string): ReturnType<typeof compileBlock> =>
  compileBlock(commits, yaml, { datasets: [COMMITS] });

test('tells the subsystem from the title', () => {
  const html = compile('data: commits').output?.html ?? '';
  expect(html).toContain('<span class="commit-prefix">objtool/kbuild/rust:</span>');
  expect(html).toContain('<span class="commit-prefix">rust: cfi:</span>');
  expect(html).toContain('enable &lt;objtool&gt;');
});

test('links only to http(s)', () => {
  expect(compile('data: commits').output?.html).not.toContain('javascript');
});

test('shows the commits that are asked for, in that order, by the beginning of their ids', () => {
  expect(compile('data: commits\nids: [e311, c4d7f546dd9a]').output?.text).toBe(
    '- `e3117404b411` Linux 6.12\n- [`c4d7f546dd9a`](https://x.example/c4) objtool/kbuild/rust: enable <objtool>',
  );
});

test('reports ids that name no commit, or several', () => {
  const { output, problems } = compile('data: commits\nids: [c, ffff, e311]');
  expect(output).toBeNull();
  expect(problems.map(({ code, span }) => [code, span?.file])).toEqual([
    ['unknown-row', 'ids.0'],
    ['unknown-row', 'ids.1'],
  ]);
});
