import { describe, expect, test } from 'vitest';
import { compileMarkdown } from '../../../../support/slide.ts';
import {
  findAlone,
  findBleed,
  isPictureLayout,
  placeBleed,
} from '../../../../../src/talk/render/pictures/picture-layout.ts';
import { tokensOf } from '../context.ts';

const size = (width: number, height: number) => ({ width, height, isDrawing: false });
const bleedOf = (text: string, layout: 'picture' | 'picture-left' = 'picture-left') => {
  const bleed = findBleed(tokensOf(text), layout);
  if (!bleed) throw new Error('There is no picture.');
  return bleed;
};

test('the first picture of a line of its own reaches to the edge', () => {
  const text = 'words ![a](a.png)\n\n![b](b.png){width=30%}\n\n![c](c.png)';
  expect(findBleed(tokensOf(text), 'picture')?.picture.href).toBe('b.png');
  expect(findBleed(tokensOf('![b](b.png)\nits words'), 'picture-right')?.isWhole).toBe(false);
  expect(findBleed(tokensOf('![a](a.png) ![b](b.png)'), 'picture')).toBeNull();
  expect(findBleed(tokensOf(text), 'default')).toBeNull();
  expect([isPictureLayout('picture'), isPictureLayout('figure')]).toEqual([true, false]);
});

describe('its column', () => {
  test('is as wide as a portrait, within bounds', () => {
    const sideOf = (width: number, height: number) =>
      placeBleed(bleedOf('![a](a.png)'), size(width, height), {
        layout: 'picture-left',
        height: 720,
      }).side;
    expect([sideOf(1000, 1440), sideOf(3000, 2000), sideOf(900, 3000)]).toEqual([500, 576, 448]);
    expect(
      placeBleed(bleedOf('![a](a.png)'), undefined, { layout: 'picture-left', height: 720 }).side,
    ).toBe(576);
  });

  test('has the width that its author asks for', () => {
    const place = placeBleed(bleedOf('![a](a.png){width=25%}'), size(900, 900), {
      layout: 'picture-left',
      height: 720,
    });
    expect(place).toEqual({ side: 320, isSmall: false, problems: [] });
  });

  test.each([
    ['{width=90%}', 'picture-left', 'wrong-value'],
    ['{height=50%}', 'picture-left', 'idle-picture-option'],
    ['{width=50%}', 'picture', 'idle-picture-option'],
  ] as const)('%s in the layout %s is a problem', (braces, layout, code) => {
    const place = placeBleed(bleedOf(`![a](a.png)${braces}`, layout), size(2000, 2000), {
      layout,
      height: 720,
    });
    expect(place.problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('a picture of few pixels is not blown up, a drawing is', () => {
    const bleed = bleedOf('![a](a.png)', 'picture');
    const place = placeBleed(bleed, size(64, 64), { layout: 'picture', height: 720 });
    expect(place.isSmall).toBe(true);
    expect(place.problems.map(({ code }) => code)).toEqual(['small-picture']);
    expect(
      placeBleed(bleed, { ...size(64, 64), isDrawing: true }, { layout: 'picture', height: 720 })
        .isSmall,
    ).toBe(false);
    expect(placeBleed(bleed, size(640, 360), { layout: 'picture', height: 720 }).isSmall).toBe(
      false,
    );
  });
});

test('pictures alone below a title are found', () => {
  const alone = (text: string) => findAlone(tokensOf(text), 'default', null) !== null;
  expect(alone('![a](a.png)')).toBe(true);
  expect(alone('![a](a.png) ![b](b.png)')).toBe(true);
  expect(alone('![a](a.png)\nits words')).toBe(true);
  expect(alone('![a](a.png)\n\nwords')).toBe(false);
  expect(alone('words ![a](a.png)')).toBe(false);
  expect(findAlone(tokensOf('![a](a.png)'), 'center', null)).toBeNull();
});

const FILES = { 'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' };
const compile = (layout: string, text = '![a](../../assets/a.svg "Its words")') => {
  const { talks, problems } = compileMarkdown(
    `---\nlayout: ${layout}\n---\n\n# T\n\n${text}\n\n- b\n`,
    FILES,
  );
  return { html: talks[0]?.slides[0]?.html ?? '', codes: problems.map(({ code }) => code) };
};

test('a slide says where its picture stands, and words on it are light', () => {
  const { html } = compile('picture');
  expect(html).toContain('<p class="captioned bleed"><img');
  expect(html).toMatch(/<section[^>]* data-ground="dark" data-scrim="all"/);
  expect(compile('picture-left').html).toMatch(/<section[^>]* style="--side: 576px"/);
  expect(compile('default').html).not.toContain('bleed');
});

test('a layout without its picture says so on the slide', () => {
  const { html, codes } = compile('picture-right', 'words');
  expect(codes).toEqual(['layout-without-picture']);
  expect(html).toContain('class="problem"');
});
