const HEAD = {
  rostrum: 'title: Harbours of the north coast\nspeaker: Ada Holm\ndate: 2024-09-18',
  slidev:
    'theme: default\ntitle: Harbours of the north coast\nauthor: Ada Holm\nfonts:\n  provider: none',
  marp: 'marp: true\ntheme: default\ntitle: Harbours of the north coast\nauthor: Ada Holm',
  'reveal-md':
    'title: Harbours of the north coast\ntheme: white\nhighlightTheme: github\nrevealOptions:\n  hash: true',
};

/** Writes the deck in one tool's Markdown: same words, another way to say "in steps" and "notes". */
export function writeDeck(slides, dialect) {
  const head = HEAD[dialect] ? `---\n${HEAD[dialect]}\n---\n\n` : '';
  const parts = slides.map((slide, at) => writeSlide(slide, dialect, at === 0));
  return head + parts.reduce((text, part) => text + cutBefore(part, dialect) + part.text, '');
}

/** In Rostrum, front matter stands directly below the cut; the first slide has none here. */
function cutBefore({ isFirst, hasSteps }, dialect) {
  if (isFirst) return '';
  return dialect === 'rostrum' && hasSteps ? '\n---\nincremental: true\n---\n\n' : '\n---\n\n';
}

function writeSlide({ title, lead, list, hasSteps, code, table, note }, dialect, isFirst) {
  const isReveal = dialect.startsWith('reveal');
  const mark = hasSteps && dialect === 'marp' ? '*' : '-';
  const end = hasSteps && isReveal ? ' <!-- .element: class="fragment" -->' : '';
  const items = list.map((text) => `${mark} ${text}${end}`).join('\n');
  const parts = [
    `${isFirst ? '#' : '##'} ${title}`,
    lead,
    hasSteps && dialect === 'slidev' ? `<v-clicks>\n\n${items}\n\n</v-clicks>` : items,
    code && `\`\`\`${code[0]}\n${code[1]}\n\`\`\``,
    table && writeTable(table),
    note && (dialect === 'slidev' || dialect === 'marp' ? `<!-- ${note} -->` : `Note: ${note}`),
  ];
  return { isFirst, hasSteps, text: `${parts.filter(Boolean).join('\n\n')}\n` };
}

/** Writes rows as a table of Markdown; the first is its head. */
export function writeTable([head, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
