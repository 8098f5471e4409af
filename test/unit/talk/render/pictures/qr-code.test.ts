import { expect, test } from 'vitest';
import { encodeQr } from '../../../../../src/talk/render/pictures/qr-code.ts';

test('a code is dark on light, with four light modules around', () => {
  const code = encodeQr('https://example.org');
  expect(code?.modules).toBe(25 + 8);
  expect(code?.least).toBe(33 * 8);
  const svg = decodeURIComponent(code?.address ?? '');
  expect(svg).toContain('<path fill="#fff" d="M0 0h33v33H0z"/><path d="M4,4h7v1H4z');
  expect(svg).not.toMatch(/[zM][0-3],|,[0-3]h/);
});

test('a long text takes less error correction before it is refused', () => {
  expect(encodeQr('a'.repeat(150))?.modules).toBe(57);
  expect(encodeQr('a'.repeat(190))?.modules).toBe(57);
  expect(encodeQr('a'.repeat(193))).toBe(null);
  expect(encodeQr('1'.repeat(461))?.modules).toBe(57);
  expect(encodeQr('1'.repeat(5000))).toBe(null);
});
