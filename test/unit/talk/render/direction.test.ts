import { expect, test } from 'vitest';
import { directionOf, markEnglish } from '../../../../src/talk/html/direction.ts';
import { compileTexts } from '../../../support/fixtures.ts';
import { compileMarkdown } from '../../../support/slide.ts';

test('finds the direction of a language by its script, else by its name', () => {
  const rightToLeft = ['ar', 'he', 'fa', 'ur', 'ar-EG', 'AR', 'yi', 'ckb', 'pa-Arab-PK', 'uz-Arab'];
  expect(rightToLeft.filter((tag) => directionOf(tag) !== 'rtl')).toEqual([]);
  const leftToRight = ['en', 'de-AT', 'ur-Latn', 'az', 'zh-Hant', 'pa', 'fr-ar'];
  expect(leftToRight.filter((tag) => directionOf(tag) !== 'ltr')).toEqual([]);
});

test('gives slides, their covers and notes the direction of the talk', () => {
  const slides = (language: string) => {
    const head = `---\ntitle: A\nspeaker: B\nevent: C\nlanguage: ${language}\ndate: 2026-03-01\n---\n`;
    const text = `${head}\n---\nlayout: cover\n---\n\n---\n\n# Two\n\nNote: said\n`;
    return compileTexts({ 'slides/talks/a.md': text }).talks[0]?.slides ?? [];
  };
  const [cover, second] = slides('he');
  expect(second?.html).toMatch(/^<section [^>]*dir="rtl"/);
  expect(second?.notes).toBe('<div dir="rtl">\n<p>said</p>\n</div>');
  expect(cover?.html).toContain('<bdi>C</bdi>, <bdi>1 March 2026</bdi>');
  const [plainCover, plain] = slides('en');
  expect(plain?.html).not.toContain('dir=');
  expect(plain?.notes).toBe('<p>said</p>');
  expect(plainCover?.html).toContain('<p class="cover-event">C, 1 March 2026</p>');
});

test("marks the engine's own words as English where the talk is not", () => {
  const marks = ['he', 'de', 'en', 'en-GB'].map((tag) => markEnglish(tag));
  expect(marks.map((mark) => mark && mark.markup)).toEqual([
    ' lang="en" dir="ltr"',
    ' lang="en"',
    false,
    false,
  ]);
});

test('a slide of right-to-left words has its direction in a talk of another language', () => {
  const { talks } = compileMarkdown(
    '# Words\n\n- a\n\n---\n\n# ما تعلمناه\n\n- قس أولا\n\n---\n\n# مكتبة serde في Rust, as we use it',
  );
  const found = talks[0]?.slides.map(({ html }) => html.includes('dir="rtl"'));
  expect(found).toEqual([false, true, false]);
});

test('rows of data do not change the direction of a slide', () => {
  const rows = ['مكتبة', 'ما تعلمناه أولا في هذا العام'].map((name) => ({ name, count: 3 }));
  const datasets = { 'data/names.json': JSON.stringify({ title: 'Names', key: 'name', rows }) };
  const block = '```chart\ndata: names\ntype: bar\n```';
  const slides = `# Words\n\n${block}\n\n---\n\n# ما\n\n{{ names.count }}\n\n${block}`;
  const { talks } = compileTexts({
    'slides/talks/a.md': `---\ntitle: A\ndate: 2026-03-01\n---\n\n${slides}\n`,
    ...datasets,
  });
  const found = talks[0]?.slides.map(({ html }) => /^<section [^>]*dir="rtl"/.test(html));
  expect(found).toEqual([false, true]);
});
