import { expect, test } from 'vitest';
import {
  lineLengths,
  measureCode,
  measureFrame,
  measureTerminal,
} from '../../../../../src/talk/render/fit/fit-frames.ts';
import { elementOf, PLACE, rulerOf, USUAL } from './ruler.ts';

const codeOf = (text: string, name = 'figure') =>
  elementOf(`<${name} class="code"><pre><code>${text}</code></pre></${name}>`);

test('counts the letters of each line, with tabs of eight', () => {
  expect(lineLengths(codeOf('ab\n\n\tc\n'))).toEqual([2, 0, 9]);
  expect(lineLengths(elementOf('<pre>a<br>bc</pre>'))).toEqual([1, 2]);
});

test('long lines of code wrap', () => {
  const measure = (text: string, width = PLACE.width) =>
    measureCode(codeOf(text), { ...PLACE, width }, USUAL, rulerOf());
  const { size, leading } = USUAL.code;
  expect(measure('a\nb') - measure('a')).toBeCloseTo(size * leading);
  expect(measure('x'.repeat(200))).toBeGreaterThan(measure('x'.repeat(20)));
  expect(measure('x'.repeat(60), 500)).toBeGreaterThan(measure('x', 500));
});

test('frames have their bar and their content', () => {
  const browser = (html: string) =>
    measureFrame(
      elementOf(`<div class="browser"><div class="browser-page">${html}</div></div>`),
      PLACE,
      USUAL,
      rulerOf(),
    );
  const terminal = elementOf('<div><div class="terminal-screen"><p>a</p></div></div>');
  expect(browser('')).toBe(100);
  expect(browser('<p>a</p>')).toBeGreaterThan(120);
  expect(measureTerminal(terminal, PLACE, USUAL, rulerOf())).toBeCloseTo(92 + 21 * 1.5);
});
