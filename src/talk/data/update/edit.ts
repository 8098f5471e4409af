import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Edition, Row, Source } from '../../model/dataset.ts';
import type { DatasetEdit } from './dataset-edit.ts';

/** What a file is edited with. */
export interface Changes {
  edits: readonly DatasetEdit[];
  /** The source of new rows, added if it is missing. */
  source: { id: string; source: Source };
}

interface TextEdit {
  offset: number;
  length: number;
  text: string;
}

/** Writes edits into a dataset's text; every line that they do not touch stays as it is. */
export function editText(text: string, { edits, source }: Changes): string {
  const root = parseTree(text);
  if (!root || edits.length === 0) return text;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const textEdits = [...addSource(root, source, text), ...toEdits(root, edits, text)].map(
    (textEdit) => ({ ...textEdit, text: textEdit.text.replaceAll('\n', lineBreak) }),
  );
  // At one place what is added comes before what is changed, in the order of the edits.
  const sorted = textEdits.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length, text: added } of sorted) {
    // What is changed as a whole is not changed within.
    if (offset < end) continue;
    parts.push(text.slice(end, offset), added);
    end = offset + length;
  }
  return parts.join('') + text.slice(end);
}

/** Returns the text of a new dataset file. */
export function newText(title: string, kind: 'rows' | 'editions'): string {
  return `{\n  "title": ${JSON.stringify(title)},\n  "sources": {},\n  "${kind}": []\n}\n`;
}

/** Formats a JSON value on one line, with spaces inside braces. */
function printLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, cell]) => cell !== undefined);
  if (entries.length === 0) return '{}';
  const cells = entries.map(([name, cell]) => `${JSON.stringify(name)}: ${printLine(cell)}`);
  return `{ ${cells.join(', ')} }`;
}

function toEdits(root: Node, edits: readonly DatasetEdit[], text: string): TextEdit[] {
  const additions: Record<'rows' | 'editions', Item[]> = { rows: [], editions: [] };
  const textEdits: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'add-row') {
      additions.rows.push({ text: printLine(edit.row), after: edit.after });
    } else if (edit.kind === 'add-edition') {
      additions.editions.push({ text: printEdition(edit.edition), after: Infinity });
    } else {
      const isRow = edit.kind === 'correct-row';
      const item = isRow ? printLine(edit.row) : printEdition(edit.edition);
      const node = findNodeAtLocation(root, [isRow ? 'rows' : 'editions', edit.index]);
      if (!node) throw new Error(`There is nothing at ${edit.index} to correct.`);
      textEdits.push({ offset: node.offset, length: node.length, text: shift(item, node, text) });
    }
  }
  for (const name of ['rows', 'editions'] as const) {
    const list = findList(root, name);
    if (list) textEdits.push(...addItems(list, additions[name], text));
  }
  return textEdits;
}

interface Item {
  text: string;
  /** Index of the item before it; -1 for the first place. */
  after: number;
}

/** Finds a list; a bare array is the list of rows itself. */
function findList(root: Node, name: 'rows' | 'editions'): Node | undefined {
  return root.type === 'array' ? root : findNodeAtLocation(root, [name]);
}

function addSource(root: Node, { id, source }: Changes['source'], text: string): TextEdit[] {
  const sources = findNodeAtLocation(root, ['sources']);
  if (!sources || findNodeAtLocation(sources, [id])) return [];
  const item = `${JSON.stringify(id)}: ${printLine(source)}`;
  const added = addItems(sources, [{ text: item, after: Infinity }], text);
  const [only, ...others] = sources.children ?? [];
  return only && others.length === 0 ? [...added, ...nameSource(root, only)] : added;
}

/** Adds the source's name to rows, which is needed once there is a second source. */
function nameSource(root: Node, only: Node): TextEdit[] {
  const name: unknown = only.children?.[0]?.value;
  const lists = [findNodeAtLocation(root, ['rows']), findNodeAtLocation(root, ['editions'])];
  return lists.flatMap((list) =>
    (list?.children ?? []).flatMap((item) => {
      const first = item.children?.[0];
      if (!first || findNodeAtLocation(item, ['source'])) return [];
      const offset = first.offset + first.length;
      return [{ offset, length: 0, text: `, "source": ${JSON.stringify(name)}` }];
    }),
  );
}

/** Adds items to a list, each on its own lines. */
function addItems(list: Node, items: readonly Item[], text: string): TextEdit[] {
  const children = list.children ?? [];
  const [first] = children;
  if (first) return items.map((item) => addItem(children, first, item, text));
  if (items.length === 0) return [];
  const outer = indentOf(list, text);
  const lines = items.map((item) => `\n${outer}  ${item.text.replaceAll('\n', `\n${outer}  `)}`);
  const inside = { offset: list.offset + 1, length: list.length - 2 };
  return [{ ...inside, text: `${lines.join(',')}\n${outer}` }];
}

function addItem(children: readonly Node[], first: Node, item: Item, text: string): TextEdit {
  const before = children[Math.min(item.after, children.length - 1)];
  const lines = shift(item.text, first, text);
  const indent = indentOf(first, text);
  if (!before) return { offset: first.offset, length: 0, text: `${lines},\n${indent}` };
  return { offset: before.offset + before.length, length: 0, text: `,\n${indent}${lines}` };
}

/** Indents the lines of an item to the level of a node. */
function shift(item: string, node: Node, text: string): string {
  return item.replaceAll('\n', `\n${indentOf(node, text)}`);
}

/** Formats an edition over several lines, with one line for each row. */
function printEdition({ asOf, source, retrieved, corrected, rows }: Edition): string {
  const head = Object.entries({ asOf, source, retrieved, corrected }).filter(
    ([, cell]) => cell !== undefined,
  );
  const lines = head.map(([name, cell]) => `  ${JSON.stringify(name)}: ${printLine(cell)},\n`);
  return `{\n${lines.join('')}  "rows": [\n${printRows(rows)}\n  ]\n}`;
}

function printRows(rows: readonly Row[]): string {
  return rows.map((row) => `    ${printLine(row)}`).join(',\n');
}

function indentOf(node: Node, text: string): string {
  const start = text.lastIndexOf('\n', node.offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, node.offset))?.[0] ?? '';
}
