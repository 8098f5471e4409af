import type { ESTree } from 'vite';
import type { Problem, Span } from '../../talk/model/problem.ts';

/** Where an option is among the options of `rostrum()`: `['blocks', 0]`. */
export type OptionPath = readonly (string | number)[];

/** An option that cannot be used, and where it is among the options. */
export interface OptionFault {
  path: OptionPath;
  /** The name of the block that cannot be used because of it. */
  block?: string;
  toProblem(span: Span): Problem;
}

type Place = Omit<Span, 'file'>;
type Node = ESTree.Node;

const TOP: Place = { line: 1, column: 1, length: 1 };

/** Finds an option in a configuration file; the nearest thing around it where it comes from elsewhere. */
export async function locateOption(text: string, file: string, path: OptionPath): Promise<Place> {
  const { parseSync } = await import('vite');
  const { program } = parseSync(file, text);
  const call = findCall(program);
  if (!call) return TOP;
  const [options] = call.arguments;
  const found = (options && follow(options, path)) ?? call.callee;
  const before = text.slice(0, found.start).split('\n');
  const [line = ''] = text.slice(found.start, found.end).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: line.length };
}

function findCall(node: unknown): ESTree.CallExpression | null {
  if (typeof node !== 'object' || node === null) return null;
  if (isNode(node) && node.type === 'CallExpression') {
    if (node.callee.type === 'Identifier' && node.callee.name === 'rostrum') return node;
  }
  for (const part of Object.values(node)) {
    const found = findCall(part);
    if (found) return found;
  }
  return null;
}

function isNode(value: object): value is Node {
  return 'type' in value && 'start' in value;
}

/** Follows keys and indexes as far as the options are written out. */
function follow(wrapped: Node, path: OptionPath): Node {
  const node = unwrap(wrapped);
  const [step, ...rest] = path;
  if (step === undefined) return node;
  if (typeof step === 'number') {
    const item = node.type === 'ArrayExpression' ? node.elements[step] : null;
    return item ? follow(item, rest) : node;
  }
  if (node.type !== 'ObjectExpression') return node;
  const property = node.properties.find((one) => one.type === 'Property' && keyOf(one) === step);
  if (property?.type !== 'Property') return node;
  return rest.length === 0 ? property : follow(property.value, rest);
}

/** Removes type assertions and brackets around a value. */
function unwrap(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}

function keyOf({ key }: ESTree.ObjectProperty): unknown {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? key.value : undefined;
}
