import path from 'node:path';
import { expect, test } from 'vitest';
import { compileTalk } from '../../../src/talk/compile.ts';
import type { Slide } from '../../../src/talk/model/talk.ts';
import { createCompileCache, type CompileCache } from '../../../src/talk/compile-cache.ts';
import { compileTexts, openProject, readTexts, type Kept } from '../../support/fixtures.ts';

const FILE = 'slides/talks/talk.md';
const asOf = (head: string, options = {}) =>
  compileTexts({ [FILE]: `---\ntitle: T\n${head}---\n\n# A\n` }, options).talks[0]?.asOf;

test('a talk’s data are of its asOf, else of its date once that has come, else of today', () => {
  expect(asOf('asOf: 2023-01-01\ndate: 2024-09-18\n')).toBe('2023-01-01');
  expect(asOf('date: 2024-09-18\n')).toBe('2024-09-18');
  expect(asOf('date: 2030-01-01\n')).toBe('2025-01-01');
  expect(asOf('')).toBe('2025-01-01');
  expect(asOf('date: 2024-09-18\n', { asOf: '2022-02-02' })).toBe('2022-02-02');
});

const data = (count: number) =>
  JSON.stringify({ title: 'L', sources: { a: { name: 'A' } }, rows: [{ asOf: '2024', count }] });
const texts = (body: string, count = 1) => ({
  [FILE]: `---\ntitle: T\ndate: 2024-09-18\n---\n\n${body}`,
  'data/list.json': data(count),
});

test('a time of day is shown, and counts as of a day, by the clock of the talk', () => {
  const rows = ['2026-11-29T12:00Z', '2026-11-30T12:00Z', '2026-11-30T23:30Z'].map((asOf, n) => ({
    asOf,
    n: n + 1,
    end: asOf,
  }));
  const files = {
    'data/builds.json': JSON.stringify({ title: 'B', sources: { a: { name: 'A' } }, rows }),
    'slides/talks/a.md': '',
  };
  const body =
    '{{ builds.n }}, {{ builds.asOf }}, {{ builds.end | date }}, {{ builds.n | ago 12h }}';
  const show = (timezone: string): string | undefined => {
    const head = `---\ntitle: T\nasOf: 2026-11-30\ntimezone: ${timezone}\n---\n\n# A\n\n${body}\n`;
    const { talks } = compileTexts({ ...files, 'slides/talks/a.md': head });
    return talks[0]?.slides[0]?.text;
  };
  expect(show('Europe/Vienna')).toContain('2, 30 November 2026 13:00, 30 November 2026, ');
  expect(show('America/New_York')).toContain('3, 30 November 2026 18:30, 30 November 2026, 2');
});

test('the date of a talk may have a time, whose day is that of the talk', () => {
  const talkOf = (date: string, timezone: string, today: string) => {
    const head = `---\ntitle: T\ndate: ${date}\ntimezone: ${timezone}\n---\n\n# A\n\n{{ talk.date }}, {{ talk.date | date }}\n`;
    const [talk] = compileTexts({ 'slides/talks/a.md': head }, { today }).talks;
    return [talk?.meta.date, talk?.asOf, talk?.slides[0]?.text];
  };
  expect(talkOf('2026-12-01T14:30', 'Asia/Kolkata', '2026-12-05')).toEqual([
    '2026-12-01T14:30+05:30',
    '2026-12-01',
    expect.stringContaining('1 December 2026 14:30, 1 December 2026'),
  ]);
  expect(talkOf('2026-11-30T22:00Z', 'Asia/Kolkata', '2026-12-05').slice(0, 2)).toEqual([
    '2026-12-01T03:30+05:30',
    '2026-12-01',
  ]);
  expect(talkOf('2026-12-01T02:00Z', 'America/Los_Angeles', '2026-11-30')[1]).toBe('2026-11-30');
});

test('compiling twice gives the same talk, with a cache and without', () => {
  const cache = createCompileCache();
  const { project } = openProject(texts('# A\n\n{{ list.count }}\n\n---\n\n# B\n'));
  const file = project.slideFile(FILE);
  if (!file) throw new Error('There is no file');
  const compile = (options = {}) => compileTalk(file, project, { today: '2025-01-01', ...options });
  const plain = compile();
  expect(compile({ cache })).toEqual(plain);
  expect(compile({ cache })).toEqual(plain);
});

test('the cache is never stale: text, data, pictures and dates count', () => {
  const cache = createCompileCache();
  const kept = new Map();
  const html = (body: string, count: number, more = {}, options = {}) => {
    const all = { ...texts(body, count), ...more };
    const slides = compileTexts(all, { cache, kept, ...options }).talks[0]?.slides ?? [];
    expect(slides).toEqual(compileTexts(all, options).talks[0]?.slides);
    return slides.map((slide) => slide.html).join('');
  };
  expect(html('# A\n\n{{ list.count }}\n', 1)).toContain('>1<');
  expect(html('# A\n\n{{ list.count }}\n', 2)).toContain('>2<');
  expect(html('# A\n\n![x](/assets/x.svg)\n', 2)).toContain('problem');
  expect(html('# A\n\n![x](/assets/x.svg)\n', 2, { 'assets/x.svg': '' })).not.toContain('problem');
  expect(html('# A\n\n![x](/assets/x.svg)\n', 2)).toContain('problem');
  expect(html('# A\n\n[x]\n\n[x]: https://a.org\n', 2)).toContain('https://a.org');
  expect(html('# A\n\n[x]\n\n[x]: https://b.org\n', 2)).toContain('https://b.org');
  expect(html('# A\n\n{{ talk.asOf }}\n', 2)).toContain('2024');
  expect(html('# A\n\n{{ talk.asOf }}\n', 2, {}, { asOf: '2021-01-01' })).toContain('2021');
  const noted = '# A\n\n<!-- [Go](#b) ![x](/assets/x.svg) -->\n';
  const picture = (width: number) => ({
    'assets/x.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`,
  });
  html(`${noted}\n---\n\n# B\n`, 2, picture(9));
  html(noted, 2, picture(9));
  html(noted, 2, picture(900));
  const head = { [FILE]: '---\ntitle: U\ndate: 2024-09-18\n---\n\n# A\n\n{{ talk.asOf }}\n' };
  expect(html('', 2, head)).toContain('>U<');
});

test('what did not change is the same slide as before; its number and its section belong to it', () => {
  const cache = createCompileCache();
  const kept = new Map();
  const compile = (body: string) =>
    compileTexts(texts(body), { cache, kept }).talks[0]?.slides ?? [];
  const part = (layout: string) => `\n---\nlayout: ${layout}\n---\n\n# S\n`;
  const before = compile(`# A\n${part('section')}\n---\n\n# B\n`);
  const same = compile(`# C\n${part('section')}\n---\n\n# B\n`);
  expect(same.map((slide, at) => slide === before[at])).toEqual([false, true, true]);
  const after = compile(`# C\n${part('default')}\n---\n\n# B\n`);
  expect([before[2]?.section, after[2]?.section]).toEqual(['S', null]);
});

test('talks that share a slide do not evict what was made of it for each other, nor do two places in one talk', () => {
  const cache = createCompileCache();
  const kept = new Map();
  const talk = (title: string) => `---\ntitle: ${title}\n---\n\n---\nsrc: ../library/a.md\n---\n`;
  const all = {
    'slides/library/a.md': '# Shared\n',
    'slides/talks/one.md': `${talk('One')}\n---\nsrc: ../library/a.md\n---\n`,
    'slides/talks/two.md': talk('Two'),
  };
  const compile = () => compileTexts(all, { cache, kept }).talks.flatMap(({ slides }) => slides);
  const before = compile();
  const after = compile();
  expect(before.map(({ id }) => id)).toEqual(['shared', 'shared-2', 'shared']);
  expect(after.map((slide, at) => slide === before[at])).toEqual([true, true, true]);
});

test('a slide that is inserted changes the number of the next, and nothing else of it', () => {
  const cache = createCompileCache();
  const kept = new Map();
  const compile = (body: string) =>
    compileTexts(texts(body), { cache, kept }).talks[0]?.slides ?? [];
  const before = compile('# A\n\n---\n\n# B\n');
  const after = compile('# New\n\n---\n\n# A\n\n---\n\n# B\n');
  expect(after.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(after[2]?.html.replace('>3<', '>2<')).toBe(before[1]?.html);
});

test('the text of a talk in a folder of its own refers to files from there', () => {
  const { talks } = compileTexts({
    [FILE]: '---\ntitle: T\ncss: ../../assets/own.css\n---\n\n# A\n',
    'assets/own.css': '',
  });
  expect(talks[0]?.meta.css).toBe('assets/own.css');
  expect(talks[0]?.name).toBe('talk');
});

test('a talk without slides has one that says so', () => {
  for (const text of [
    '',
    '---\ntitle: T\n---\n',
    '---\ntitle: T\n---\n\n---\nvisibility: hidden\n---\n\n# A\n',
  ]) {
    const { talks, problems } = compileTexts({ [FILE]: text });
    expect(talks[0]?.slides.map(({ id }) => id)).toEqual(['slide-1']);
    expect(talks[0]?.slides[0]?.html).toContain('The talk has no slides.');
    expect(problems.map(({ code }) => code)).toContain('no-slides');
  }
});

test('what is wrong with the talk as a whole stands on its first slide', () => {
  const { talks, problems } = compileTexts({ [FILE]: '---\ntitle: T\ncss: no.css\n---\n\n# A\n' });
  expect(talks[0]?.slides[0]?.html).toContain('missing-stylesheet');
  expect(problems.map(({ code }) => code)).toEqual(['missing-stylesheet']);
});

test('a slide says what is wrong with the file that its figures come from', () => {
  const { talks } = compileTexts({
    ...texts('# A\n\n{{ list.count }}\n'),
    'data/list.json': '[1,]',
  });
  expect(talks[0]?.slides[0]?.html).toMatch(
    /data-code="broken-dataset" title="[^"]*data\/list.json:1:3 bad-json/,
  );
});

/** Numbers that look random and are the same on each run. */
function makeRandom(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
}

test('whatever is edited, a talk is as if nothing of it had been known', () => {
  const texts = readTexts(path.join(import.meta.dirname, '../../talks/dialect'));
  const { project } = openProject(texts);
  const now = { ...texts };
  const files = Object.keys(texts).filter((file) => file.endsWith('.md'));
  const talk = files.find((file) => file.includes('talks/')) ?? '';
  const scraps = [
    '',
    '',
    'More',
    '{{ members.count }}',
    '[there](#numbers)',
    '---',
    '\n---\n\n# New\n',
  ];
  const random = makeRandom(11);
  const compile = (kept: Kept, cache?: CompileCache) => {
    const own = { ...project, slideFile: openProject(now, {}, kept).project.slideFile };
    const file = own.slideFile(talk);
    if (!file) throw new Error('There is no file');
    return compileTalk(file, own, { today: '2025-01-01', ...(cache && { cache }) });
  };
  const cache = createCompileCache();
  const kept: Kept = new Map();
  let before: readonly Slide[] = [];
  let reused = 0;
  for (let edit = 0; edit < 100; edit++) {
    const file = files[random(files.length)] ?? '';
    // What has problems is never kept, so now and then all is as it was.
    const lines = ((edit % 8 === 0 ? texts : now)[file] ?? '').split('\n');
    lines.splice(random(lines.length), random(2), scraps[random(scraps.length)] ?? '');
    now[file] = lines.join('\n');
    const known = compile(kept, cache);
    expect(known).toEqual(compile(new Map()));
    const { slides } = known.value;
    reused += slides.filter((slide) => before.some(({ uses }) => uses === slide.uses)).length;
    before = slides;
  }
  expect(reused).toBeGreaterThan(500);
});
