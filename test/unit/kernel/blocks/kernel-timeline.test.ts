import { expect, test } from 'vitest';
import kernelTimeline from '../../../../src/kernel/blocks/kernel-timeline.ts';
import { compileBlock, viewOf } from '../../../support/block.ts';

const RELEASES = viewOf('kernel', [
  {
    version: '6.11',
    released: '2024-09-15',
    mergeWindow: { opened: '2024-07-14', closed: '2024-07-28' },
    rust: { version: '1.78.0', kind: 'minimum' },
  },
  {
    version: '6.12',
    released: '2024-11-17',
    mergeWindow: { opened: '2024-09-15', closed: '2024-09-29' },
  },
]);
const compile = (yaml: string, asOf: string) =>
  compileBlock(kernelTimeline, `data: kernel\n${yaml}`, { asOf, datasets: [RELEASES] });

test('knows the merge window, the candidates and the numbers of kernel releases', () => {
  const textAt = (asOf: string) => compile('', asOf).output?.text;
  expect(textAt('2024-09-18')).toContain('- **6.12**: merge window open\n');
  expect(textAt('2024-10-20')).toContain('- **6.12**: -rc4\n- **6.13**: planned for about ');
  expect(textAt('2024-10-20')).toContain(
    'the usual cadence: merge window of two weeks, then seven or eight -rcs.',
  );
});

test('shows Rust versions unless it is told not to, or the data have none', () => {
  expect(compile('', '2024-09-18').output?.html).toContain('Rust 1.78.0 or newer');
  expect(compile('rust: false', '2024-09-18').output?.html).not.toContain('Rust');
  const bare = viewOf('kernel', [{ version: '6.11', released: '2024-09-15' }]);
  const { output, problems } = compileBlock(kernelTimeline, 'data: kernel', { datasets: [bare] });
  expect(problems).toEqual([]);
  expect(output?.html).not.toContain('Rust');
});

test('is drawn by the element of the engine, in a list of the engine', () => {
  const html = compile('', '2024-09-18').output?.html ?? '';
  expect(html).toMatch(/^<rostrum-timeline\s/);
  expect(html).toContain('data-block="slide/1"');
});

test('reports a release that the data do not have at its own key', () => {
  expect(compile('from: "6.31"', '2024-09-18').problems).toMatchObject([
    { code: 'unknown-row', span: { file: 'from' } },
  ]);
});
