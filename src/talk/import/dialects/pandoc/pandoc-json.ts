import { escapeHtml } from '../../../html/html.ts';

/** A node of a document as Pandoc writes it in JSON: its kind, and what it holds. */
export interface PandocNode {
  t: string;
  c?: unknown;
}

/** Reads the blocks of a document that Pandoc wrote as JSON; none where it is no such document. */
export function readBlocks(document: unknown): PandocNode[] {
  const { blocks } = (document ?? {}) as { blocks?: unknown };
  return toNodes(blocks);
}

/** Writes a table as HTML, with cells that go over several rows and columns; null for any other block. */
export function writeTable(block: PandocNode | undefined): string | null {
  if (block?.t !== 'Table' || !Array.isArray(block.c) || block.c.length < 6) return null;
  const [, caption, columns, head, bodies, foot] = block.c as unknown[];
  const sides = (columns as unknown[]).map((column) => sideOf((column as unknown[])[0]));
  const rowsOf = (part: unknown, name: 'th' | 'td'): string =>
    (part as unknown[]).map((row) => writeRow(row, sides, name)).join('');
  const parts = [
    wrap('caption', writeNodes(toNodes((caption as unknown[])[1]))),
    wrap('thead', rowsOf((head as unknown[])[1], 'th')),
    ...(bodies as unknown[][]).map(([, , above, rows]) =>
      wrap('tbody', `${rowsOf(above, 'th')}${rowsOf(rows, 'td')}`),
    ),
    wrap('tfoot', rowsOf((foot as unknown[])[1], 'td')),
  ];
  return `<table>\n${parts.filter(Boolean).join('\n')}\n</table>`;
}

function wrap(name: string, content: string): string {
  return content.trim() === '' ? '' : `<${name}>${content.trim()}</${name}>`;
}

function writeRow(row: unknown, sides: readonly string[], name: 'th' | 'td'): string {
  const cells = (row as unknown[])[1] as unknown[];
  let at = 0;
  const written = cells.map((cell) => {
    const [, own, rows, columns, blocks] = cell as [unknown, unknown, number, number, unknown];
    const side = sideOf(own) || (sides[at] ?? '');
    at += columns;
    const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
    const style = side === '' ? '' : ` style="text-align: ${side}"`;
    return `<${name}${spans}${style}>${writeNodes(toNodes(blocks)).trim()}</${name}>`;
  });
  return `<tr>${written.join('')}</tr>\n`;
}

function sideOf(alignment: unknown): string {
  const { t } = (alignment ?? {}) as { t?: string };
  return { AlignLeft: 'left', AlignRight: 'right', AlignCenter: 'center' }[t ?? ''] ?? '';
}

/** Writes blocks and words as HTML; what is not known gives what it holds. */
export function writeNodes(nodes: readonly PandocNode[]): string {
  return nodes.map((node) => WRITERS[node.t]?.(node.c) ?? writeInside(node.c)).join('');
}

function writeInside(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return writeNodes(toNodes(content.findLast(Array.isArray) ?? []));
}

function toNodes(value: unknown): PandocNode[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (node): node is PandocNode => typeof (node as PandocNode | null)?.t === 'string',
  );
}

type Write = (content: unknown) => string;

const around =
  (name: string): Write =>
  (content) =>
    `<${name}>${writeNodes(toNodes(content))}</${name}>`;
const second = (content: unknown): unknown => (content as unknown[])[1];
const items = (content: unknown): string =>
  (content as unknown[]).map((item) => `<li>${writeNodes(toNodes(item))}</li>`).join('');

const WRITERS: Readonly<Record<string, Write>> = {
  Str: (text) => escapeHtml(String(text)),
  Space: () => ' ',
  SoftBreak: () => ' ',
  LineBreak: () => '<br>',
  Plain: (content) => writeNodes(toNodes(content)),
  Para: around('p'),
  Emph: around('em'),
  Strong: around('strong'),
  Strikeout: around('del'),
  Superscript: around('sup'),
  Subscript: around('sub'),
  Underline: around('u'),
  Code: (content) => `<code>${escapeHtml(String(second(content)))}</code>`,
  CodeBlock: (content) => `<pre>${escapeHtml(String(second(content)))}</pre>`,
  Math: (content) => `<span>${escapeHtml(String(second(content)))}</span>`,
  Quoted: (content) => `“${writeNodes(toNodes(second(content)))}”`,
  Cite: (content) => writeNodes(toNodes(second(content))),
  Link: (content) => {
    const [, words, [address = '']] = content as [unknown, unknown, string[]];
    return `<a href="${escapeHtml(address)}">${writeNodes(toNodes(words))}</a>`;
  },
  Image: (content) => {
    const [, words, [address = '']] = content as [unknown, unknown, string[]];
    const alt = writeNodes(toNodes(words)).replaceAll(/<[^>]*>/g, '');
    return `<img src="${escapeHtml(address)}" alt="${alt}">`;
  },
  BulletList: (content) => `<ul>${items(content)}</ul>`,
  OrderedList: (content) => `<ol>${items(second(content))}</ol>`,
  RawInline: () => '',
  RawBlock: () => '',
  Note: () => '',
};
