import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { comparePalette, isTooClose } from '../../../../src/talk/looks/check-theme.ts';
import { computePalette, MODES, readTokens } from '../../../../src/talk/looks/theme-colours.ts';
import { OUR_THEMES } from '../../../../src/talk/looks/our-themes.ts';
import type { Theme } from '../../../../src/talk/model/look/theme.ts';
import { COLOURS, SIZES } from '../../../../src/talk/model/look/tokens.ts';
import { THEMES } from '../../../../src/talk/model/slide/themes.ts';

const CSS = readFileSync(
  new URL('../../../../src/browser/styles/tokens.css', import.meta.url),
  'utf8',
);
const USUAL = readTokens(CSS);
/** Variables that no theme sets: the slide has one width, and a spine one side. */
const FIXED = ['font-text', 'font-mono', 'slide-width', 'slide-height', 'spine-side', 'easing'];

const findFaults = (theme: Theme | undefined): string[] =>
  MODES.flatMap((mode) =>
    comparePalette(mode, computePalette(theme, mode, USUAL))
      .filter(isTooClose)
      .map(({ one, other, sight, kind, value, least }) =>
        [mode, one, other, sight ?? kind, `${value.toFixed(1)} < ${least}`].join(' '),
      ),
  );

test.each([undefined, ...OUR_THEMES])('$name can be read on a projector, by all eyes', (theme) => {
  expect(findFaults(theme)).toEqual([]);
});

test('a bad theme is refused, pair by pair', () => {
  const colours = { 'ink-faint': '#999', 'chart-3': '#bf310b', 'code-keyword': 'var(--code-mark)' };
  const faults = findFaults({ name: 'bad', about: 'Bad.', light: colours });
  expect(faults).toEqual([
    'light ink-faint paper contrast 2.7 < 4.5',
    'light ink-faint code-ground contrast 2.5 < 4.5',
    'light code-keyword code-ground contrast 1.0 < 4.5',
    'light code-keyword code-mark contrast 1.0 < 4.5',
    'light chart-1 chart-3 greyscale 0.0 < 7',
    'light chart-1 chart-3 protanopia 0.0 < 8',
    'light chart-1 chart-3 deuteranopia 0.0 < 8',
    'light chart-1 chart-3 tritanopia 0.1 < 8',
    'light chart-past ink-faint greyscale 0.7 < 7',
  ]);
});

test('a colour for words that is left out is the one that it belongs to', () => {
  const { light } = { light: { accent: '#0b5cad', 'chart-2': '#00f', 'paper-sunk': '#ddd' } };
  const palette = computePalette({ name: 'a', about: 'A.', light }, 'light', USUAL);
  expect(palette['accent-ink']).toEqual(palette.accent);
  expect(palette.bar).toEqual(palette.accent);
  expect(palette['chart-2-ink']).toEqual(palette['chart-2']);
  expect(palette['code-ground']).toEqual(palette['paper-sunk']);
});

test('colours that name each other end', () => {
  const light = { ink: 'var(--paper)', paper: 'var(--ink)' };
  expect(computePalette({ name: 'a', about: 'A.', light }, 'light', USUAL).ink.a).toBe(1);
});

test('a theme can set each variable of the stylesheet', () => {
  const names = new Set([...CSS.matchAll(/^ {2}--([\w-]+):/gm)].map(([, name = '']) => name));
  expect([...names].sort()).toEqual([...COLOURS, ...Object.keys(SIZES), ...FIXED].sort());
  expect(Object.keys(USUAL.dark).sort()).toEqual([...COLOURS].sort());
});

test('the themes that ship are those that front matter knows', () => {
  expect(['rostrum', ...OUR_THEMES.map(({ name }) => name)]).toEqual([...THEMES]);
});
