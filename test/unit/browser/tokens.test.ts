import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { THEMES } from '../../../src/talk/model/slide/themes.ts';

const STYLES = new URL('../../../src/browser/styles/', import.meta.url);
const BLOCK = /([^{}]+)\{([^{}]*)\}/g;
const COLOUR = /--([\w-]+):\s*(#[0-9a-f]{6})/g;
const COMMENT = /\/\*[^]*?\*\//g;

type Palette = Record<string, string>;

function readBlocks(file: string): [selector: string, colours: Palette][] {
  const css = readFileSync(new URL(file, STYLES), 'utf8').replace(COMMENT, '');
  return [...css.matchAll(BLOCK)].map(([, selector = '', body = '']) => [
    selector.trim(),
    Object.fromEntries([...body.matchAll(COLOUR)].map(([, name = '', hex = '']) => [name, hex])),
  ]);
}

function readPalettes(): Record<string, Palette> {
  const [, light = {}] = findBlock('tokens.css', "[data-mode='light']");
  const dark = { ...light, ...findBlock('tokens.css', "[data-mode='dark'],")[1] };
  const themes = THEMES.slice(1).flatMap((name): [string, Palette][] => {
    const file = `themes/${name}.css`;
    const [, ownLight] = findBlock(file, "not([data-mode='dark'])");
    const [, ownDark] = findBlock(file, `'${name}'][data-mode='dark'],`);
    return [
      [`${name} light`, { ...light, ...ownLight }],
      [`${name} dark`, { ...dark, ...ownDark }],
    ];
  });
  return { 'rostrum light': light, 'rostrum dark': dark, ...Object.fromEntries(themes) };
}

function findBlock(file: string, selector: string) {
  const found = readBlocks(file).find(([name]) => name.includes(selector));
  return found ?? ['', {}];
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function lightness(hex = '#000000'): number {
  return 116 * Math.cbrt(luminance(hex)) - 16;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Pairs of a foreground and its ground, and the least contrast between them. */
const PAIRS: [ink: string, ground: string, least: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'paper-sunk', 7],
  ['ink', 'paper-raised', 7],
  ['ink-muted', 'paper', 7],
  ['ink-muted', 'paper-sunk', 7],
  ['ink-faint', 'paper', 4.5],
  ['ink-faint', 'code-ground', 4.5],
  ['accent-ink', 'paper', 4.5],
  ['accent-ink', 'paper-raised', 4.5],
  ['on-accent', 'accent', 4.5],
  ['section-ink', 'section-ground', 4.5],
  ['positive', 'paper', 4.5],
  ['warning', 'paper', 4.5],
  ['negative', 'paper', 4.5],
  ['accent', 'paper', 3],
  ...[1, 2, 3, 4, 5, 6].flatMap((n): [string, string, number][] => [
    [`chart-${n}`, 'paper', 3],
    [`chart-${n}-ink`, 'paper', 4.5],
  ]),
  ['code-ink', 'code-ground', 7],
  ...['comment', 'keyword', 'string', 'number', 'function', 'type', 'line'].flatMap(
    (name): [string, string, number][] => [
      [`code-${name}`, 'code-ground', 4.5],
      [`code-${name}`, 'code-mark', 4.5],
    ],
  ),
  ['code-added', 'code-added-ground', 4.5],
  ['code-removed', 'code-removed-ground', 4.5],
  ['terminal-ink', 'terminal-ground', 7],
  ['terminal-faint', 'terminal-bar', 4.5],
  ['terminal-prompt', 'terminal-ground', 4.5],
];

test.each(Object.entries(readPalettes()))('%s can be read on a projector', (_, palette) => {
  const faults = PAIRS.flatMap(([ink, ground, least]) => {
    const value = contrast(palette[ink] ?? '#000000', palette[ground] ?? '#000000');
    return value < least ? [`${ink} on ${ground}: ${value.toFixed(2)} < ${least}`] : [];
  });
  expect(faults).toEqual([]);
});

test.each(Object.entries(readPalettes()))(
  '%s keeps its chart colours apart in greyscale',
  (_, palette) => {
    const sorted = [1, 2, 3, 4, 5, 6]
      .map((n) => lightness(palette[`chart-${n}`]))
      .sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((value, at) => value - (sorted[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(7);
  },
);

test.each(Object.entries(readPalettes()))(
  '%s keeps the first two colours of a chart well apart in greyscale',
  (_, palette) => {
    const [first = 0, second = 0] = [1, 2].map((n) => lightness(palette[`chart-${n}`]));
    expect(Math.abs(first - second)).toBeGreaterThan(14);
  },
);
