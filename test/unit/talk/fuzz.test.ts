import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findFault } from '../../fuzz/judge.ts';
import { makeSample, type Sample } from '../../fuzz/project.ts';
import { createRandom } from '../../fuzz/random.ts';
import { kindOf, shrink } from '../../fuzz/shrink.ts';
import { testFolder } from '../../support/cases.ts';

const FOUND = testFolder('fuzz/found');
const found = existsSync(FOUND) ? readdirSync(FOUND) : [];

test.each(found)('what the fuzzer found stays right: %s', (name) => {
  const sample = JSON.parse(readFileSync(path.join(FOUND, name), 'utf8')) as Sample;
  expect(findFault(sample)).toBeNull();
});

test('generated projects compile without an exception, twice alike and after an edit', () => {
  const faults = Array.from({ length: 60 }, (_, index) => {
    const fault = findFault(makeSample(createRandom(index)));
    return fault === null ? [] : [`${index}: ${fault}`];
  });
  expect(faults.flat()).toEqual([]);
});

test('what is found is shortened as long as it is found', () => {
  const judge = ({ texts }: Sample) =>
    /bad.*word/s.test(texts['b.md'] ?? '') ? 'it is "bad"' : null;
  const texts = { 'a.md': 'good', 'b.md': 'a long text that is bad\nfor every word in it' };
  const sample = { texts, edit: { file: 'a.md', text: 'better' }, answers: ['1'] };
  const short = shrink(sample, judge);
  expect(short.texts['b.md']).toBe('badword');
  expect(short.answers).toEqual([]);
  expect(kindOf('it is "bad"')).toBe(kindOf('it is "worse"'));
});
