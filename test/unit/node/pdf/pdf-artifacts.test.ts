import { expect, test } from 'vitest';
import { isArtifact, markArtifacts } from '../../../../src/node/pdf/pdf-artifacts.ts';
import type { PdfFile } from '../../../../src/node/pdf/pdf-file.ts';

const PAGE = '<</Type /Page\n/Contents 2 0 R>>';

test('marks the content of pages without tags, and leaves those with tags alone', () => {
  const tagged = '<</Type /Page\n/Contents 2 0 R\n/StructParents 0>>';
  const objects = new Map([
    [1, PAGE],
    [3, tagged],
  ]);
  const file: PdfFile = { objects, root: 1, info: null };
  let last = 9;
  markArtifacts(file, [1, 3], (body, id) => {
    const number = id ?? (last += 1);
    objects.set(number, body);
    return number;
  });
  expect(objects.get(1)).toBe('<</Type /Page\n/Contents [10 0 R 2 0 R 11 0 R]>>');
  expect(objects.get(3)).toBe(tagged);
  expect(objects.get(10)).toBe('<</Length 14>> stream\n/Artifact BMC\n\nendstream');
  expect(objects.get(11)).toContain('EMC');
});

test('knows content that is an artifact from end to end', () => {
  const line = '0 0 m 9 9 l S';
  expect(isArtifact(`/Artifact BMC ${line} EMC`)).toBe(true);
  expect(isArtifact(`q /Artifact <</Type /Page>> BDC /Span BMC (a) Tj EMC ${line} EMC Q`)).toBe(
    true,
  );
  expect(isArtifact(`/Artifact BMC ${line} EMC (a) Tj`)).toBe(false);
  expect(isArtifact(`/P <</MCID 0>> BDC (/Artifact) Tj EMC`)).toBe(false);
  expect(isArtifact(line)).toBe(false);
  expect(isArtifact('')).toBe(false);
});
