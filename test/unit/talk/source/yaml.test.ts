import { expect, test } from 'vitest';
import { parseYaml } from '../../../../src/talk/source/yaml.ts';

const faultOf = (text: string) => parseYaml(text).fault?.message ?? null;

test('an alias without an anchor above it is a fault at the alias', () => {
  expect(parseYaml('data: *a\ntype: &a line').fault).toEqual({
    message: 'No anchor "&a" is above the alias "*a".',
    range: [6, 8],
  });
  expect(faultOf('data: &a list\nother: *a')).toBeNull();
});

test('text without an end, without values or too deep is a fault', () => {
  expect(faultOf('a: &a [*a]')).toContain('more than 10000 values');
  expect(faultOf(`a: ${'x'.repeat(200_000)}`)).toContain('at most 200000 characters');
  expect(faultOf(`a: ${'['.repeat(20_000)}`)).not.toBeNull();
  expect(faultOf('%YAML 1.1\n---\n<<: text')).not.toBeNull();
});
