/** Writes results as a Markdown table: the median, and the least and greatest where they differ. */
export function renderTable({ node, processors, browser, sizes }) {
  const names = new Set();
  const lines = [];
  for (const [size, rows] of Object.entries(sizes)) {
    for (const [row, { unit, tools }] of Object.entries(rows)) {
      for (const name of Object.keys(tools)) names.add(name);
      lines.push({ size, row, unit, tools });
    }
  }
  const head = ['slides', 'row', 'unit', ...names];
  const body = lines.map(({ size, row, unit, tools }) => [
    size,
    row,
    unit,
    ...[...names].map((name) => renderCell(tools[name])),
  ]);
  const toLine = (cells) => `| ${cells.join(' | ')} |`;
  const about = `${browser}, Node ${node.slice(1)}, ${processors} processors`;
  const table = [toLine(head), toLine(head.map(() => '---')), ...body.map(toLine)];
  return [about, '', ...table].join('\n');
}

function renderCell(summary) {
  if (!summary) return '';
  const { min, median, max } = summary;
  return min === max ? `${median}` : `**${median}** (${min}–${max})`;
}
