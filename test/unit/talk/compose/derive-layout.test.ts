import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';

const layoutsOf = (text: string): string[] | undefined =>
  compileMarkdown(text).talks[0]?.slides.map(({ layout }) => layout);

test('a first slide with the title of the talk is its cover', () => {
  expect(layoutsOf('---\ntitle: A talk\n---\n\n# A talk\n\nAna\n\n---\n\n# A talk')).toEqual([
    'cover',
    'default',
  ]);
  expect(layoutsOf('# A talk\n\n*Ana*\n\n---\n\n# More')).toEqual(['cover', 'default']);
});

test.each([
  '---\ntitle: A talk\n---\n\n# Another title\n\nAna',
  '# A talk\n\n- a\n- b',
  '# A talk\n\n![a picture](a.png)',
  `# A talk\n\n${'many words '.repeat(20)}`,
  '## Second\n\nwords',
])('%j is none', (text) => {
  expect(layoutsOf(text)).toEqual(['default']);
});

test('who said a quotation stands below it, behind a dash', () => {
  const slides = [
    '# T\n\n- a',
    '> One\n\n— Ana',
    '> Two\n\n-- Ana',
    '> Three\n\nWe agree.',
    '> Four\n\n— Ana\n\nb',
  ];
  expect(layoutsOf(slides.join('\n\n---\n\n'))).toEqual([
    'default',
    'quote',
    'quote',
    'default',
    'default',
  ]);
});

test('a quotation alone is a quote, with a title or without', () => {
  const slides = [
    '# T\n\n- a',
    '# Said\n\n> One\n>\n> — Ana',
    '> Two',
    '# Said\n\n> a\n\nb',
    '> - a',
  ];
  expect(layoutsOf(slides.join('\n\n---\n\n'))).toEqual([
    'default',
    'quote',
    'quote',
    'default',
    'default',
  ]);
});
