import { expect, test } from 'vitest';
import type { Token } from '../../../../../src/talk/model/token.ts';
import { parseLibrary } from '../parse.ts';

/** Writes terms with T and definitions with D, with their places; other blocks by their kind. */
function partsOf(text: string): string[] {
  const write = (token: Token): string[] => {
    if (token.type === 'definitions') return token.tokens.flatMap(write);
    const place = `${token.span.line}:${token.span.column}`;
    if (token.type === 'term') return [`T ${place} ${token.text}`];
    if (token.type === 'definition') {
      return [
        `D ${place} ${token.tokens.map(({ type, raw }) => `${type} ${raw.trim()}`).join(' | ')}`,
      ];
    }
    return token.type === 'space' ? [] : [token.type];
  };
  return (parseLibrary(text).slides[0]?.tokens ?? []).flatMap(write);
}

test('finds terms with their definitions, with and without blank lines', () => {
  const parts = ['T 1:1 One', 'D 2:1 text first', 'D 3:1 text second'];
  expect(partsOf('One\n: first\n: second')).toEqual(parts);
  expect(partsOf('One\n: first\n: second\nTwo\n: third')).toEqual([
    ...parts,
    'T 4:1 Two',
    'D 5:1 text third',
  ]);
  expect(partsOf('One\n\n: first\n\nTwo *em*\n:\tsecond\n\nBelow.')).toEqual([
    'T 1:1 One',
    'D 3:1 text first',
    'T 5:1 Two *em*',
    'D 6:1 text second',
    'paragraph',
  ]);
});

test('takes lazy lines and indented blocks into a definition', () => {
  expect(partsOf('One\n: first\nline\n\n  - a\n  - b\n\n  ```\n  ---\n  ```\n\nBelow.')).toEqual([
    'T 1:1 One',
    'D 2:1 paragraph first\nline | space  | list - a\n- b | space  | codeblock ```\n---\n```',
    'paragraph',
  ]);
});

test.each(['# One', '- One', '> One', '| One |', '1. One', '---', ':::', '[a]: b'])(
  '%s is no term',
  (line) => {
    expect(partsOf(`${line}\n: first`).filter((part) => part.startsWith('T'))).toEqual([]);
  },
);

test('leaves text with colons alone', () => {
  expect(partsOf('Name: a person\nAge: 5')).toEqual(['paragraph']);
  expect(partsOf('One\n:smile: two')).toEqual(['paragraph']);
  expect(partsOf('One\n::: columns\n:::')).toEqual(['paragraph', 'container']);
  expect(partsOf('A sentence.\n: that goes on')).toEqual(['paragraph']);
  expect(partsOf('Two lines\nof text\n: first')).toEqual(['paragraph']);
});
