import { expect, test } from 'vitest';
import { isKnownAttribute } from '../../../../../src/talk/render/raw/attribute-list.ts';

test('knows attributes of HTML, drawings and formulas, and free ones', () => {
  for (const name of [
    'class',
    'href',
    'viewbox',
    'xlink:href',
    'mathvariant',
    'data-x',
    'aria-label',
  ]) {
    expect(isKnownAttribute(name)).toBe(true);
  }
});

test('knows no handlers, documents or names of objects', () => {
  for (const name of ['onclick', 'srcdoc', 'ping', 'constructor', 'data-', 'data-a b', '']) {
    expect(isKnownAttribute(name)).toBe(false);
  }
});
