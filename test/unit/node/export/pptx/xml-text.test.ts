import { expect, test } from 'vitest';
import { toXmlText } from '../../../../../src/node/export/pptx/xml-text.ts';

test('shows what XML forbids as symbols, and leaves everything else alone', () => {
  expect(toXmlText('\u001b[1m\u0000\u0007')).toBe('␛[1m␀␇');
  expect(toXmlText('\ud800 \ufffe\uffff')).toBe('\ufffd \ufffd\ufffd');
  const allowed = '<a>\t\r\n\u007f\u0085é山😀</a>';
  expect(toXmlText(allowed)).toBe(allowed);
});
