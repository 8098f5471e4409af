import { expect, test } from 'vitest';
import { explainYaml } from '../../../../src/talk/source/yaml-hints.ts';
import { parseYaml } from '../../../../src/talk/source/yaml.ts';

const faultOf = (text: string) => {
  const { fault } = parseYaml(text);
  return fault && { ...fault, at: text.slice(...fault.range) };
};

test('a value with a colon is to be put in quotes', () => {
  expect(faultOf('title: LPC: the kernel')).toMatchObject({
    at: 'LPC: the kernel',
    hint: 'Put the value in quotes: title: "LPC: the kernel".',
  });
});

test('a line that is indented too far is named, and not the one above it', () => {
  expect(faultOf('a: one\n  b: two\n')).toMatchObject({ at: 'b: two' });
  expect(faultOf('a: one\n  b: two\n')?.message).toContain('indented further');
});

test('a tab is named where it is', () => {
  expect(faultOf('a: one\n\tb: two')).toMatchObject({
    at: '\t',
    message: 'A line begins with a tab.',
  });
});

test('a quote that is not closed has the place where it begins', () => {
  expect(faultOf('a: "one\nb: two\n')).toMatchObject({ at: '"one' });
  expect(faultOf("a: one\nb: 'two\n")).toMatchObject({ at: "'two" });
});

test('a line without a key is named as a whole, and an equals sign is a colon', () => {
  expect(faultOf('a: one\nsome words\nb: two\n')?.message).toBe('This line has no key.');
  expect(faultOf('a: one\nb = two\n')?.hint).toContain('"b: two"');
});

test('another fault stays as the parser reports it', () => {
  const fault = { message: 'Something else.', range: [0, 1] as [number, number] };
  expect(explainYaml('a: b', fault)).toEqual(fault);
});
