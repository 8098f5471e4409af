import { expect, test } from 'vitest';
import { checkTimes } from '../../../../src/talk/compose/talk-times.ts';
import { openProject } from '../../../support/fixtures.ts';
import { createComposeCache } from '../../../../src/talk/compose/compose-cache.ts';
import { composeSlides } from '../../../../src/talk/compose/compose.ts';

const PATH = 'slides/talks/a.md';

function check(duration: string, times: readonly string[]) {
  const slides = times.map((time, at) => {
    const text = time.includes('src:') ? '' : `# S${at}\n`;
    return `---\n${time}\n---\n\n${text}`;
  });
  const { project } = openProject({
    [PATH]: `---\ntitle: A\n${duration}\n---\n\n# First\n\n${slides.join('\n')}`,
    'slides/library.md': '---\ntime: 4min\n---\n\n# L\n\n---\n\n# M\n\n---\n\n# N',
  });
  const file = project.slideFile(PATH);
  if (!file) throw new Error('There is no file.');
  const composed = composeSlides(file, project, { ofTalk: [], cache: createComposeCache() });
  const reported = composed.flatMap(({ problems }) => problems);
  const problems = checkTimes(file, composed);
  expect(reported).toEqual(problems);
  return problems;
}

test('reports by how much times are more than the duration, at the duration', () => {
  const [problem] = check('duration: 5min', ['time: 30min', 'time: 40min']);
  expect(problem).toMatchObject({
    code: 'times-over-duration',
    severity: 'warning',
    message: expect.stringContaining('1h 10min in all, 1h 5min more than'),
    hint: 'Take 1h 5min away from slides, or write "duration: 1h 10min".',
    span: { file: PATH, line: 3, column: 11, length: 4 },
  });
});

test('accepts times that fit, leave time, or belong to backup slides', () => {
  expect(check('duration: 5min', ['time: 2min', 'time: 3min'])).toEqual([]);
  expect(check('duration: 0.1', ['time: 6s'])).toEqual([]);
  expect(check('duration: 45min', ['time: 20s'])).toEqual([]);
  expect(check('duration: 5min', ['time: 9min\nvisibility: uncounted'])).toEqual([]);
  expect(check('duration: 5min', ['time: 9min\nvisibility: hidden'])).toEqual([]);
  expect(check('place: Vienna', ['time: 9min'])).toEqual([]);
});

test('names the time beside a line that includes several slides', () => {
  const src = 'src: ../library.md';
  const [problem] = check('duration: 5min', [`time: 2min\n${src}`, 'time: 3min']);
  expect(problem?.hint).toContain(`${PATH}:9 counts for each of the 3 slides`);
  expect(check('duration: 3min', [src])[0]?.hint).toContain('Take 1min away');
});
