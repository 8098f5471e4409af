import { expect, test } from 'vitest';
import { renderPatch } from '../../../../src/talk/timing/patch.ts';

const LINES = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);

test('changes are written as a unified diff, those near each other together', () => {
  const patch = renderPatch('a.md', LINES, [
    { line: 2, removed: ['line 2'], added: ['two'] },
    { line: 7, removed: [], added: ['new', 'lines'] },
    { line: 29, removed: ['line 29'], added: ['end'] },
  ]);
  expect(patch).toEqual([
    '--- a/a.md',
    '+++ b/a.md',
    '@@ -1,9 +1,11 @@',
    ' line 1',
    '-line 2',
    '+two',
    ...[' line 3', ' line 4', ' line 5', ' line 6'],
    '+new',
    '+lines',
    ...[' line 7', ' line 8', ' line 9'],
    '@@ -26,5 +28,5 @@',
    ...[' line 26', ' line 27', ' line 28'],
    '-line 29',
    '+end',
    ' line 30',
  ]);
});
