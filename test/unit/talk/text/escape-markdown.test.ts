import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../../../src/talk/text/escape-markdown.ts';
import { reasonOf } from '../../../../src/talk/text/error-text.ts';
import { advanceOf } from '../../../../src/talk/text/letter-widths.ts';

test('escapes what would be Markdown, and nothing else', () => {
  expect(escapeMarkdown('*a* `b` [c] <d> &amp; e~~f~~')).toBe(
    '\\*a\\* \\`b\\` \\[c\\] \\<d\\> \\&amp; e\\~\\~f\\~\\~',
  );
  expect(escapeMarkdown('a_b ~1 R&D x=1')).toBe('a_b ~1 R&D x=1');
  expect(escapeMarkdown('_a_')).toBe('\\_a\\_');
  expect(escapeMarkdown('$5 or $6, $PATH, the $x^2$')).toBe('$5 or $6, $PATH, the \\$x^2$');
});

test('the reason of an exception is its message, whatever was thrown', () => {
  expect([reasonOf(new Error('a')), reasonOf('b'), reasonOf(null)]).toEqual(['a', 'b', 'null']);
  expect(reasonOf(Object.create(null))).toContain('no text');
});

test('letters have widths, and marks on them none', () => {
  expect(advanceOf('m')).toBeGreaterThan(advanceOf('i'));
  expect(advanceOf('\u0301')).toBe(0);
});

test('signs have no less than their width in the face', () => {
  const widths = { '…': 803, '—': 780, '→': 820, é: 549 };
  for (const [sign, width] of Object.entries(widths)) {
    expect(advanceOf(sign), sign).toBeGreaterThanOrEqual(width);
  }
});
