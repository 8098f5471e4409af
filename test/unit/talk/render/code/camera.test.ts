import { expect, test } from 'vitest';
import { codesOf, compileMarkdown, compileSlide } from '../../../../support/slide.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `\tline${index + 1}();`).join('\n');
const fence = (count: number, info: string): string => `\`\`\`c ${info}\n${lines(count)}\n\`\`\`\n`;

test('code with steps that is too high is shown by the camera', () => {
  const slide = compileSlide(`# S\n\n${fence(300, '{10-20|120-140|280-300}')}`);
  expect(slide.problems).toEqual([]);
  expect(slide.steps).toBe(2);
  expect(slide.html).toMatch(
    /<rostrum-camera class="camera" data-block="s\/camera" data-steps="2" data-step="2" data-views="\d+,\d+,28 1\d\d,1\d\d,\d+ 2\d\d,299,\d+"/,
  );
  expect(slide.html.match(/class="line elision"/g)).toHaveLength(3);
  expect(slide.html).toContain('<span class="line" data-line="120" data-on="1">');
  expect(slide.html.match(/<span class="line" /g)).toHaveLength(300);
});

test('code that has room is shown as a whole, unless the camera is asked for', () => {
  expect(compileSlide(`# S\n\n${fence(12, '{2|9}')}`).html).not.toContain('rostrum-camera');
  const chosen = compileSlide(`# S\n\n${fence(12, '{2|9} {camera}')}`);
  expect(chosen.html).toContain('rostrum-camera');
  expect(chosen.problems).toEqual([]);
});

test('code that is too high by less than a row is shown as a whole, as browsers may have room for it', () => {
  const isFilmed = (count: number): boolean =>
    compileSlide(`# S\n\n${fence(count, '{1|2}')}`).html.includes('rostrum-camera');
  const first = Array.from({ length: 60 }, (_, index) => index + 20).find(isFilmed) ?? 0;
  expect(isFilmed(first + 1)).toBe(true);
  expect(first).toBeGreaterThan(30);
});

test('code without steps gets them where it has no room, sooner below a title', () => {
  const stepsOf = (count: number, info = ''): number =>
    compileSlide(`# S\n\n${fence(count, info)}`).steps;
  expect([stepsOf(30), stepsOf(28, '{title="a.c"}')]).toEqual([0, 0]);
  expect(stepsOf(31)).toBeGreaterThan(0);
  expect(stepsOf(29, '{title="a.c"}')).toBeGreaterThan(0);
});

test('other words on the slide keep their room', () => {
  const heightOf = (markdown: string): number =>
    Number(/--camera: (\d+)px/.exec(compileSlide(markdown).html)?.[1]);
  const code = fence(100, '{2|90}');
  const alone = heightOf(`# S\n\n${code}`);
  expect(heightOf(`# S\n\nWords.\n\n${code}`)).toBeLessThan(alone - 15);
  expect(alone).toBeGreaterThan(500);
});

test('with steps off the last state is shown', () => {
  const { talks } = compileMarkdown('---\nsrc: ../library/a.md\nsteps: off\n---\n', {
    'slides/library/a.md': `# S\n\n${fence(100, '{2|90}')}`,
  });
  expect(talks[0]?.slides[0]?.html).toMatch(/data-steps="0" data-step="0" data-views="\d+,9\d,28"/);
});

test('a step with too many lines is reported at its place', () => {
  const { problems } = compileMarkdown(`# S\n\n${fence(300, '{10-20|100-200}')}`);
  expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'camera-too-long warning',
    'camera-too-long error',
  ]);
  expect(problems[1]?.span).toMatchObject({ column: 13, length: 7 });
});

test.each([
  ['without steps', fence(30, '{camera}')],
  [
    'in a column',
    `::: columns\n::: column\n${fence(8, '{1|2} {camera}')}\n:::\n::: column\nWords\n:::\n:::\n`,
  ],
  ['among versions', `::: versions\n\n${fence(8, '{1} {camera}')}\n${fence(4, '')}\n:::\n`],
])('a camera %s is idle', (_, markdown) => {
  expect(codesOf(markdown)).toContain('idle-camera');
});

test('code without steps that is too high is shown in parts, up to a bound', () => {
  const { html, steps } = compileSlide(`# S\n\n${fence(45, '')}`);
  expect(html).toContain('rostrum-camera');
  expect(steps).toBe(3);
  expect(compileSlide(`# S\n\n${fence(30, '')}`).html).not.toContain('rostrum-camera');
  expect(compileSlide(`# S\n\n${fence(121, '')}`).html).not.toContain('rostrum-camera');
  const still = compileSlide(`---\nsteps: false\n---\n\n# S\n\n${fence(45, '')}`);
  expect(still.html).not.toContain('rostrum-camera');
});

test('code without steps whose lines are long becomes as many steps as it needs, and never an error', () => {
  const words = 'word '.repeat(80).trim();
  const wide = (count: number): string =>
    `# S\n\n\`\`\`text\n${Array.from({ length: count }, () => words).join('\n')}\n\`\`\`\n`;
  for (const count of [20, 40]) {
    const slide = compileSlide(wide(count));
    expect(slide.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const views = /data-views="([^"]*)"/.exec(slide.html)?.[1]?.split(' ') ?? [];
    expect(views).toHaveLength(slide.steps + 1);
    const shown = views.flatMap((view) => {
      const [first = 0, last = 0] = view.split(',').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    expect(new Set(shown).size).toBe(count);
  }
});

test('a line that has no room by itself shows its beginning, and is a warning', () => {
  const slide = compileSlide(`# S\n\n\`\`\`text\n${lines(40)}\n${'x'.repeat(5000)}\n\`\`\`\n`);
  expect(slide.html).toMatch(/data-views="[^"]*40,40,18"/);
  expect(slide.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'camera-too-long warning',
    'camera-too-long warning',
  ]);
  expect(slide.problems[0]?.message).toMatch(/^Line 41 is so long/);
});
