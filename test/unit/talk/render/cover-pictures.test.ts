import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../support/slide.ts';

const FILES = {
  'assets/ada.jpg': 'pixels',
  'assets/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
};
const PHOTO = '![Ada](../../assets/ada.jpg)';
const MARK = '![A mark](../../assets/mark.svg)';

function compile(body: string, head = 'layout: cover') {
  const { talks, problems } = compileMarkdown(`---\n${head}\n---\n\n${body}\n`, FILES);
  expect(problems.map(({ code }) => code)).toEqual([]);
  const { html = '', text = '' } = talks[0]?.slides[0] ?? {};
  return { html, text };
}

test('a photograph on a cover stands at the edge, and the words of the talk stay', () => {
  const { html, text } = compile(PHOTO);
  expect(html).toMatch(/<section[^>]* data-side="right" style="--side: 576px"/);
  expect(html).toMatch(/<p class="cover-event">A conference, .*<\/p>\s*<p class="bleed"><img/);
  expect(text).toMatch(/^# A talk\n\nA conference, 18 September 2024\n\n!\[Ada\]/);
});

test('drawings, pictures in one paragraph and those of a given size are marks below the words', () => {
  const sized = `${PHOTO}{height=90}`;
  for (const marks of [MARK, `${PHOTO} ${PHOTO}`, sized]) {
    const { html } = compile(marks);
    expect(html).not.toMatch(/data-side|bleed/);
    expect(html).toContain('<p class="cover-event">');
  }
});

test('on an end, words of its own replace those of the talk, beside a picture too', () => {
  const { html } = compile(`# Thank you\n\n- The slides\n\n${PHOTO}`, 'layout: end');
  expect(html).toContain('data-side="right"');
  expect(html).not.toContain('cover-event');
  expect(compile(`# Questions?\n\nAsk me.\n\n${MARK}`, 'layout: end').html).not.toContain('cover-');
});

test('on an end with pictures alone the words of the talk stay, with its address where it has one', () => {
  for (const body of [PHOTO, `# Questions?\n\n${MARK}`]) {
    const { html, text } = compile(body, 'layout: end');
    expect(html).toContain('<p class="cover-event">');
    expect(html).not.toMatch(/closing|<p><a/);
    expect(text).toContain('A conference, 18 September 2024');
  }
});

test('with a picture behind it the words of a cover have a panel', () => {
  const ground = 'layout: cover\nbackground: ../../assets/ada.jpg';
  expect(compile('', ground).html).toMatch(/data-scrim="all" data-side="panel" style="--side/);
  expect(compile('', 'layout: cover\nbackground: navy').html).not.toContain('data-side');
  expect(compile('# S', ground.replace('cover', 'section')).html).not.toContain('data-side');
});
