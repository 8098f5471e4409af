import { expect, test } from 'vitest';
import maintainers from '../../../../src/kernel/blocks/maintainers.ts';
import { compileBlock, viewOf } from '../../../support/block.ts';

const ENTRY = viewOf(
  'entry',
  [
    { key: 'R', value: 'Trevor Gross <tmgross@umich.edu>', name: 'Trevor Gross' },
    { key: 'M', value: 'Miguel Ojeda <ojeda@kernel.org>', name: 'Miguel Ojeda' },
    { key: 'T', value: 'git https://github.com/x/linux.git rust-next' },
    { key: 'L', value: 'list@vger.kernel.org' },
    { key: 'C', value: 'zulip://chat.example' },
    { key: '...', value: null },
  ],
  { title: 'MAINTAINERS: RUST' },
);
const compile = (yaml: string): ReturnType<typeof compileBlock> =>
  compileBlock(maintainers, yaml, { datasets: [ENTRY] });

test('sets fields in the order of the file, cut at the end', () => {
  expect(compile('data: entry').output?.text.split('\n')).toEqual([
    '```',
    'RUST',
    'M:\tMiguel Ojeda <ojeda@kernel.org>',
    'R:\tTrevor Gross <tmgross@umich.edu>',
    'L:\tlist@vger.kernel.org',
    'C:\tzulip://chat.example',
    'T:\tgit https://github.com/x/linux.git rust-next',
    '...',
    '```',
  ]);
});

test('links people, lists and web addresses, and nothing else', () => {
  const html = compile('data: entry').output?.html ?? '';
  expect(html).toContain('href="mailto:ojeda@kernel.org"');
  expect(html).toContain('href="mailto:list@vger.kernel.org"');
  expect(html).toContain('git <a href="https://github.com/x/linux.git">');
  expect(html).not.toContain('href="zulip');
});

test('accents one person, and explains the keys when asked', () => {
  expect(compile('data: entry\nmark: Trevor Gross').output?.html.match(/"marked"/g)).toHaveLength(
    1,
  );
  expect(compile('data: entry\nlegend: true').output?.html).toContain('reviewer');
});

test('reports a person who is not in the entry', () => {
  const { output, problems } = compile('data: entry\nmark: Trevor Gros');
  expect(output).toBeNull();
  expect(problems[0]).toMatchObject({ code: 'unknown-row', span: { file: 'mark' } });
});

test('knows people by what stands before their address, also with a remark behind it', () => {
  const rows = [{ key: 'R', value: 'Ada Lovelace <ada@example.org> (ENGINES)' }];
  const datasets = [viewOf('plain', rows, { title: 'ENGINES' })];
  const { output } = compileBlock(maintainers, 'data: plain\nmark: Ada Lovelace', { datasets });
  expect(output?.html).toContain('href="mailto:ada@example.org">ada@example.org</a>&gt; (ENGINES)');
  expect(output?.html).toContain('class="marked"');
  const { problems } = compileBlock(maintainers, 'data: plain\nmark: Ada', { datasets });
  expect(JSON.stringify(problems[0])).toContain('Ada Lovelace');
});
