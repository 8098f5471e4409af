import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(['p', 'ul', 'ol', 'li', 'pre', 'blockquote', 'table', 'tr', 'div']);
const HEADING = /^h[1-6]$/;
const CLICK = 'click';
/** The mark of a click, where the speaker goes to the next step. */
const CLICK_MARK = '\u25b8';

/** Writes speaker notes as plain Markdown, which reads well as text, too. */
export function notesToText(html: string): string {
  if (html === '') return '';
  const { childNodes } = parseFragment(html);
  return writeBlocks(childNodes).trim();
}

function writeBlocks(nodes: readonly Node[]): string {
  const parts: string[] = [];
  let line = '';
  const flush = (): void => {
    if (line.trim() !== '') parts.push(line.trim());
    line = '';
  };
  for (const node of nodes) {
    if (isElement(node) && isBlock(node)) {
      flush();
      parts.push(writeBlock(node));
    } else line += writeInline(node);
  }
  flush();
  return parts.filter((part) => part !== '').join('\n\n');
}

function writeBlock(element: Element): string {
  const { tagName, childNodes } = element;
  if (tagName === 'ul' || tagName === 'ol') return writeList(element);
  if (tagName === 'pre') return textOf(element).replace(/\n+$/, '').replace(/^/gm, '    ');
  if (tagName === 'table') return listRows(element).map(writeRow).join('\n');
  if (tagName === 'blockquote') return writeBlocks(childNodes).replace(/^/gm, '> ');
  return writeBlocks(childNodes);
}

function listRows({ childNodes }: Element): Element[] {
  const elements = childNodes.filter(isElement);
  return elements.flatMap((each) => (each.tagName === 'tr' ? [each] : listRows(each)));
}

function writeRow({ childNodes }: Element): string {
  const texts = childNodes.filter(isElement).map((cell) => writeBlocks(cell.childNodes));
  return `| ${texts.join(' | ')} |`;
}

function writeList({ tagName, childNodes, attrs }: Element): string {
  const start = Number(attrs.find(({ name }) => name === 'start')?.value ?? 1);
  const items = childNodes.filter(isElement);
  const lines = items.map((item, index) => {
    const mark = tagName === 'ol' ? `${start + index}. ` : '- ';
    return (
      mark +
      writeBlocks(item.childNodes)
        .replace(/\n+/g, '\n')
        .replace(/\n/g, `\n${' '.repeat(mark.length)}`)
    );
  });
  return lines.join('\n');
}

function writeInline(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ');
  if (!isElement(node)) return '';
  const { tagName, childNodes, attrs } = node;
  if (tagName === 'br') return '\n';
  const isClick = attrs.some(({ name, value }) => name === 'class' && value === CLICK);
  const text = childNodes.map(writeInline).join('');
  if (isClick) return CLICK_MARK;
  if (tagName === 'strong' || tagName === 'b') return `**${text}**`;
  if (tagName === 'em' || tagName === 'i') return `*${text}*`;
  if (tagName === 'del' || tagName === 's') return `~~${text}~~`;
  if (tagName === 'img') return readAttribute(node, 'alt');
  const href = tagName === 'a' ? readAttribute(node, 'href') : '';
  if (href !== '') return text === href ? href : `[${text}](${href})`;
  return tagName === 'code' ? `\`${text}\`` : text;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join('') : '';
}

function readAttribute({ attrs }: Element, name: string): string {
  return attrs.find((attribute) => attribute.name === name)?.value ?? '';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isBlock({ tagName }: Element): boolean {
  return BLOCKS.has(tagName) || HEADING.test(tagName);
}
