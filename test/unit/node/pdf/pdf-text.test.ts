import { expect, test } from 'vitest';
import { pdfDate, pdfText } from '../../../../src/node/pdf/pdf-text.ts';

test('writes plain text as it is, with what delimits strings escaped', () => {
  expect(pdfText('Rust for Linux')).toBe('(Rust for Linux)');
  expect(pdfText('a (b) \\c')).toBe('(a \\(b\\) \\\\c)');
});

test('writes other text as UTF-16', () => {
  expect(pdfText('Zoë')).toBe('<FEFF005A006F00EB>');
  expect(pdfText('🦀')).toBe('<FEFFD83EDD80>');
});

test('writes a day as the midnight that begins it', () => {
  expect(pdfDate('2024-09-18')).toBe('(D:20240918000000Z)');
});
