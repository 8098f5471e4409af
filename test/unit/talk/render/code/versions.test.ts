import { expect, test } from 'vitest';
import { bodyOf, codesOf, compileSlide } from '../../../../support/slide.ts';

const fence = (text: string, info = 'c'): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const versions = (...fences: string[]): string => `::: versions\n\n${fences.join('\n')}\n:::\n`;

test('each version is a step, and the last is what is shown without any', () => {
  const slide = compileSlide(
    `# S\n\n${versions(fence('one();'), fence('two();'), fence('two();\nthree();'))}`,
  );
  expect(slide.steps).toBe(2);
  expect(slide.html).toContain('<rostrum-versions class="versions" data-steps="2" data-step="2">');
  expect(
    slide.html.match(/class="version" data-enter="\d" data-label="Version \d of 3"/g),
  ).toHaveLength(3);
  expect(slide.html).toContain('data-label="Version 3 of 3" data-runs="0,0,6"');
  expect(slide.problems).toEqual([]);
});

test('the lines of a version can be marked, and have numbers in all of them', () => {
  const body = bodyOf(versions(fence('a\nb', 'c {2}'), fence('a\nc')));
  expect(
    body.match(/<figure class="code numbered stepped" data-steps="0" data-step="0">/g),
  ).toHaveLength(1);
  expect(body.match(/<figure class="code numbered">/g)).toHaveLength(1);
});

test('a version with several states of its lines takes a step for each', () => {
  const slide = compileSlide(versions(fence('a\nb', 'c {1|2}'), fence('c')));
  expect(slide.steps).toBe(2);
  expect(slide.html).toContain(
    'class="version is-repeated" data-enter="0" data-label="Version 1 of 2"',
  );
  expect(slide.html).toContain(
    'class="version" data-enter="1" data-label="Version 1 of 2" data-runs="0,0,1 2,2,1"',
  );
});

test('the text that is compared is that of the code, not of its markup', () => {
  expect(bodyOf(versions(fence('if (a && b) <x>'), fence('if (a && b) <x> "q"')))).toContain(
    'data-runs="0,0,15"',
  );
});

test('versions may come from a file, with the lines that it has', () => {
  const texts = { 'src/a.c': 'zero\none\ntwo\n' };
  const slide = compileSlide(
    `# S\n\n${versions('<<< ../../src/a.c#L1-2', '<<< ../../src/a.c#L2-3 {3}')}`,
    texts,
  );
  expect(slide.problems).toEqual([]);
  expect(slide.steps).toBe(1);
  expect(slide.html).toContain('data-line="3" data-on="0"');
  expect(slide.uses.length).toBeGreaterThan(0);
});

test('an empty version is one', () => {
  const slide = compileSlide(`# S\n\n${versions(fence('', 'text'), fence('a', 'text'))}`);
  expect(slide.steps).toBe(1);
  expect(slide.problems).toEqual([]);
});

test('with steps off the last version is shown', () => {
  const { html, steps } = compileSlide(`---\nsrc: ../library/a.md\nsteps: off\n---\n`, {
    'slides/library/a.md': `# S\n\n${versions(fence('a'), fence('b'))}`,
  });
  expect(steps).toBe(0);
  expect(html).toContain('data-steps="1" data-step="1"');
  expect(html).not.toContain('step-mark');
});

test('text gives the source back', () => {
  const source = versions(fence('a();', 'c {1}'), fence('b();', 'rust {title="b.rs"}'));
  expect(compileSlide(`# S\n\n${source}`).text).toBe(
    `# S\n\n${source.replace(/\n+/g, '\n').replaceAll('```\n', '```\n').trim()}`
      .replace('versions\n', 'versions\n\n')
      .replace('```\n```rust', '```\n\n```rust')
      .replace('```\n:::', '```\n\n:::'),
  );
});

test('what is no code is reported, and shown above the versions', () => {
  const markdown = versions(fence('a'), 'Words between.', fence('b'));
  expect(codesOf(markdown)).toEqual(['bad-versions']);
  expect(bodyOf(markdown)).toMatch(/<p>Words between\.<\/p>\s*<rostrum-versions/);
});

test.each([
  ['one version', versions(fence('a'))],
  ['no version', '::: versions\n:::\n'],
  ['words behind the name', `::: versions quick\n\n${fence('a')}\n${fence('b')}\n:::\n`],
  ['a pause between', versions(fence('a'), '<!-- pause -->', fence('b'))],
  ['a block of data', versions(fence('a'), fence('data: x', 'table'), fence('b'))],
])('reports %s', (_, markdown) => {
  expect(codesOf(markdown)).toContain('bad-versions');
});

test('a file that is missing is reported in the place of its version', () => {
  const markdown = versions('<<< nowhere.c', fence('b'));
  expect(codesOf(markdown)).toEqual(['missing-code']);
  expect(bodyOf(markdown)).toMatch(/<div class="version"[^>]*><div class="problem"/);
});
