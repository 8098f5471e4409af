import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readTexts } from './fixtures.ts';

/** Letters, and the face to set them in as the shorthand of CSS. */
export interface Line {
  font: string;
  letters: string;
}

const SOURCES = path.resolve(import.meta.dirname, '../../src');
const RULE =
  /font-family: '([^']+)';\s*font-style: (\w+);\s*font-weight: (\d+);[^}]*unicode-range:([^;]+);/g;
const RANGE = /U\+([\dA-F]+)(?:-([\dA-F]+))?/g;
/** Signs of formulas are set in KaTeX's faces; in lists of titles they are as rare as the letters of an author. */
const OF_FORMULAS = /formula-(?:signs|words)\.ts$|import\/talk-keys\.ts$/;
/** Frames of code are drawn with these in terminals, whose faces have them. */
const BOX_DRAWINGS = /[\u2500-\u257f]/g;

/** Lists what the faces of a stylesheet promise to have. */
export function listPromises(stylesheet: string): Line[] {
  const text = readFileSync(path.join(SOURCES, 'browser/styles', stylesheet), 'utf8');
  return [...text.matchAll(RULE)].map(([, family, style, weight, ranges = '']) => ({
    font: `${style} ${weight} 20px '${family}'`,
    letters: [...ranges.matchAll(RANGE)].map(([, first, last]) => spell(first, last)).join(''),
  }));
}

/** Lists the letters beyond Latin-1 that the program's own sources write, in both faces. */
export function listWritten(): Line[] {
  const texts = Object.entries(readTexts(SOURCES)).filter(
    ([file]) => /\.(?:ts|css)$/.test(file) && !OF_FORMULAS.test(file),
  );
  const letters = texts.flatMap(([, text]) => text.match(/[^\0-\xff]/gu) ?? []);
  const once = [...new Set(letters)].join('');
  return [
    { font: "600 20px 'IBM Plex Sans'", letters: once.replace(BOX_DRAWINGS, '') },
    { font: "400 20px 'IBM Plex Mono'", letters: once },
  ];
}

/** Sets lines on a page and names those for which the machine's own fonts were needed. */
export async function listStrangers(page: Page, lines: readonly Line[]): Promise<string[]> {
  await page.evaluate(async (added) => {
    const elements = added.map(({ font, letters }) => {
      const element = document.createElement('p');
      // Marks that sit on a letter need one.
      element.append(`e${[...letters].join('e')}`);
      element.style.font = font;
      element.dataset['line'] = '';
      return element;
    });
    document.body.append(...elements);
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  }, lines);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const selector = '[data-line]';
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const found = nodeIds.map(async (nodeId, index) => {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const own = fonts.filter(({ isCustomFont }) => !isCustomFont);
    return own.map(({ familyName, glyphCount }) => {
      return `${lines[index]?.font}: ${glyphCount} in ${familyName}`;
    });
  });
  return (await Promise.all(found)).flat();
}

function spell(first = '', last = first): string {
  const from = Number.parseInt(first, 16);
  const codes = Array.from(
    { length: Number.parseInt(last, 16) - from + 1 },
    (_, index) => from + index,
  );
  return String.fromCodePoint(...codes);
}
