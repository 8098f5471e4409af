const MAX_LETTERS = 600;

/** Gives drawings their words and code no role of a picture, since the tags of a PDF hold nothing that is not seen. */
export function tagForPaper(root: ParentNode): void {
  for (const code of root.querySelectorAll('figure.code')) code.setAttribute('role', 'group');
  for (const drawing of root.querySelectorAll('svg[data-drawn][aria-hidden]')) {
    const table = drawing.parentElement?.querySelector<HTMLTableElement>(':scope > .chart-data');
    if (!table) continue;
    drawing.removeAttribute('aria-hidden');
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', describeTable(table));
  }
}

/** Writes a table as a line: its caption and its rows, cut where it would take minutes to hear. */
function describeTable({ caption, tBodies }: HTMLTableElement): string {
  const rows = [...tBodies]
    .flatMap((body) => [...body.rows])
    .map((row) => {
      const [name = '', ...cells] = [...row.cells].map(readWords);
      return `${name}: ${cells.join(', ')}`;
    });
  const words = `${caption ? readWords(caption) : ''}. ${rows.join('; ')}`;
  return words.length > MAX_LETTERS ? `${words.slice(0, MAX_LETTERS - 1)}…` : words;
}

function readWords({ textContent }: Element): string {
  return (textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
