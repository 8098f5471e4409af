import { expect, test } from 'vitest';
import { dropDrawingRemarks } from '../../../../../src/talk/markdown/transform/drawing-remarks.ts';
import { splitHtml } from '../../../../../src/talk/markdown/lex/html-token.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };
const left = (raw: string) =>
  dropDrawingRemarks(splitHtml(raw).map((piece) => ({ ...piece, span: SPAN })))
    .map((piece) => piece.raw)
    .join('');

test('drops the remarks of drawing programs', () => {
  expect(left('<svg><!-- Layer 1 --><g/></svg>')).toBe('<svg><g/></svg>');
  expect(left('<svg><svg><!-- a --></svg><!-- b --></svg>')).toBe('<svg><svg></svg></svg>');
});

test('keeps comments that mean something, and those outside', () => {
  expect(left('<svg><!-- .element: id="a" --></svg>')).toContain('.element');
  expect(left('<!-- notes --><svg></svg><!-- more -->')).toBe(
    '<!-- notes --><svg></svg><!-- more -->',
  );
  expect(left('<svg/><!-- notes --><svg></svg>')).toContain('notes');
});

test('keeps comments in a drawing that does not end', () => {
  expect(left('<svg><!-- notes -->')).toBe('<svg><!-- notes -->');
});
