import { expect, test } from 'vitest';
import { OUR_THEMES } from '../../../../src/talk/looks/our-themes.ts';
import { writeLayout, writeTheme } from '../../../../src/talk/looks/write-look.ts';
import type { Theme } from '../../../../src/talk/model/look/theme.ts';

const FILES = { toUrl: (file: string) => `/f/${file}`, readRules: () => '.slide{color:red}' };

test('a theme is its variables, its faces and its rules, in layers', () => {
  const theme: Theme = {
    name: 'harbour',
    about: 'Blue.',
    light: { accent: '#00695f' },
    dark: { 'chart-2': '#5fd3c3' },
    sizes: { 'text-title': 50, 'tracking-title': -0.02, 'weight-title': 700 },
    fonts: [
      { family: 'Inter', file: 'a.woff2', licence: 'OFL-1.1', weight: 700, range: 'U+0-24F' },
    ],
    text: 'Inter',
    style: 'a.css',
  };
  const css = writeTheme(theme, FILES);
  expect(css).toContain('@layer reveal, tokens, base, blocks, views, theme;@font-face{');
  expect(css).toContain('src:url("/f/a.woff2")');
  expect(css).toContain(
    'font-weight:700;font-style:normal;font-display:block;unicode-range:U+0-24F}',
  );
  expect(css).toContain(
    "[data-theme='harbour']{--text-title:50px;--tracking-title:-0.02em;--weight-title:700;",
  );
  expect(css).toContain("--font-text:'Inter', 'IBM Plex Sans'");
  expect(css).toContain('{--accent:#00695f;--accent-ink:var(--accent)}');
  expect(css).toContain('{--chart-2:#5fd3c3;--chart-2-ink:var(--chart-2)}');
  expect(css.endsWith('.slide{color:red}}')).toBe(true);
});

test('a layout is a grid, which is a column for those who read on a phone', () => {
  const areas = ['before after', 'verdict verdict'];
  const css = writeLayout(
    { name: 'compare', about: 'Two.', areas, columns: [2, 1], rows: [1, 0] },
    FILES,
  );
  expect(css).toContain(
    'grid-template:"before after" minmax(min-content,1fr)"verdict verdict" min-content/minmax(0,2fr) minmax(0,1fr)',
  );
  expect(css).toContain('.layout-compare .areas>.area-verdict{grid-area:verdict}');
  expect(css).toContain('@media (max-width:720px)');
});

test('a theme that sets nothing writes no empty rule', () => {
  expect(writeTheme({ name: 'a', about: 'A.' }, FILES)).not.toContain('{}');
  expect(OUR_THEMES.map((theme) => writeTheme(theme, FILES)).join('')).not.toContain('undefined');
});
