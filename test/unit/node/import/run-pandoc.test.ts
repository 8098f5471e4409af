import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { findPandoc } from '../../../../src/node/import/run-pandoc.ts';
import { importDeck } from '../../../../src/talk/import/import.ts';
import type { ImportedDeck } from '../../../../src/talk/model/import/imported-deck.ts';

const IS_INSTALLED = spawnSync('pandoc', ['--version']).status === 0;
const GRID = `+-----+-----------+
| A   | B         |
+=====+===========+
| 1   | - ebb     |
|     | - flow    |
+-----+-----------+
`;
const BOOK =
  '@book{holm1984, author={Holm, Ada}, title={Tides}, year={1984}, publisher={Quay Press}}\n';

function read(text: string, env = process.env): ImportedDeck {
  return importDeck(
    { path: 'deck.md', text },
    {
      dialect: 'pandoc',
      name: 'harbours',
      blockNames: [],
      fetched: new Set(),
      hasRemarks: false,
      whyNotCopied: () => null,
      readFile: (path) => (path === 'a.bib' ? { path, text: BOOK } : undefined),
      runPandoc: findPandoc(env),
    },
  );
}

/** Where Pandoc is not installed the same lines are left to the author, and said to be. */
test('Pandoc itself reads tables with lists in their cells, and those of LaTeX', () => {
  const { text, notes } = read(
    `# A\n\n${GRID}\n# B\n\n\\begin{tabular}{lr}\na & b \\\\\nc & d\n\\end{tabular}\n`,
  );
  const outcomes = notes.map(({ outcome }) => outcome);
  if (IS_INSTALLED) {
    expect(text).toContain('<tr><td>1</td><td><ul><li>ebb</li><li>flow</li></ul></td></tr>');
    expect(text).toMatch(/<td[^>]*>c<\/td><td[^>]*>d<\/td>/);
    expect(outcomes).toEqual(['translated', 'translated']);
  } else expect(outcomes).toContain('manual');
});

test('citations are resolved by the bibliography of the deck, and its sources are listed', () => {
  const deck =
    '---\ntitle: T\nbibliography: a.bib\n---\n\n# A\n\nAs said [@holm1984, p. 3].\n\n# B\n';
  const { text } = read(deck);
  if (IS_INSTALLED) {
    expect(text).toContain('As said (Holm 1984, 3).');
    expect(text).toContain('# B\n\n- Holm, Ada. 1984. *Tides*. Quay Press.\n');
  } else expect(text).toContain('As said [@holm1984, p. 3].');
});

test('without Pandoc, citations and such tables are left to the author', () => {
  const { text, notes } = read(`# A\n\n${GRID}\nAs said [@holm1984].\n`, { PATH: '' });
  expect(text).toContain('[@holm1984]');
  expect(notes.map(({ what, outcome }) => [what.slice(0, 5), outcome])).toContainEqual([
    '[@hol',
    'manual',
  ]);
});
