import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ESTree } from 'vite';
import type { Problem, Span } from '../../talk/model/problem.ts';
import { toSlashes } from '../paths.ts';
import { findStats } from '../system-error.ts';

/** Where an option is among the options of `rostrum()`: `['blocks', 0]`. */
export type OptionPath = readonly (string | number)[];

/** An option that cannot be used, and where it is among the options. */
export interface OptionFault {
  path: OptionPath;
  /** The name of the block that cannot be used because of it. */
  block?: string;
  toProblem(span: Span): Problem;
}

type Place = Omit<Span, 'file'> & { file?: string };
type Node = ESTree.Node;

const TOP: Place = { line: 1, column: 1, length: 1 };
/** The functions whose argument is what they return. */
const DEFINES = /^define[A-Z]/;

/** A file as JavaScript that was read. */
interface Source {
  program: Node;
  text: string;
  file: string;
}

/**
 * Finds an option in a configuration file, or in the project's file that it is imported from; the nearest thing around it
 * where it comes from elsewhere.
 */
export async function locateOption(
  text: string,
  file: string,
  { path: steps, root }: { path: OptionPath; root: string },
): Promise<Place> {
  const { parseSync } = await import('vite');
  const parse = (source: string, name: string): Source => {
    return { program: parseSync(name, source).program, text: source, file: name };
  };
  const source = parse(text, file);
  const call = findCall(source.program, /^rostrum$/);
  if (!call) return TOP;
  const [options] = call.arguments;
  const found = options && follow(options, steps);
  const other = found && openImport(found, source, parse);
  if (!found || !other) return toPlace(found?.node ?? call.callee, source, root);
  const definition = findCall(other.program, DEFINES)?.arguments[0] ?? findObject(other.program);
  return toPlace(follow(definition, found.rest).node, other, root);
}

function toPlace({ start, end }: Node, { text, file }: Source, root: string): Place {
  const before = text.slice(0, start).split('\n');
  const [line = ''] = text.slice(start, end).split('\n');
  const name = toSlashes(path.relative(root, file));
  return {
    file: name,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    length: line.length,
  };
}

/** Opens the file of the project that a name is imported from, or the file itself where it defines it; null for neither. */
function openImport(
  { node }: Followed,
  source: Source,
  parse: (text: string, file: string) => Source,
): Source | null {
  if (node.type !== 'Identifier') return null;
  const { program, file } = source;
  if (program.type !== 'Program') return null;
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const isIt = statement.specifiers.some(({ local }) => local.name === node.name);
      const target = path.resolve(path.dirname(file), statement.source.value);
      if (!isIt || !statement.source.value.startsWith('.') || !findStats(target)?.isFile())
        continue;
      return parse(readFileSync(target, 'utf8'), target);
    }
    if (statement.type !== 'VariableDeclaration') continue;
    const own = statement.declarations.find(
      ({ id }) => id.type === 'Identifier' && id.name === node.name,
    );
    if (own?.init) return { ...source, program: own.init };
  }
  return null;
}

/** Finds what a file exports as its default, where that is written out. */
function findObject(program: Node): Node {
  if (program.type !== 'Program') return program;
  const exported = program.body.find(({ type }) => type === 'ExportDefaultDeclaration');
  return exported?.type === 'ExportDefaultDeclaration' ? exported.declaration : program;
}

/** Finds the first call of a function by its name, anywhere in a program; null for none. */
export function findCall(node: unknown, name: RegExp): ESTree.CallExpression | null {
  if (typeof node !== 'object' || node === null) return null;
  if (isNode(node) && node.type === 'CallExpression') {
    if (node.callee.type === 'Identifier' && name.test(node.callee.name)) return node;
  }
  for (const part of Object.values(node)) {
    const found = findCall(part, name);
    if (found) return found;
  }
  return null;
}

function isNode(value: object): value is Node {
  return 'type' in value && 'start' in value;
}

/** How far options are written out: the node, and the steps that lead on from it. */
interface Followed {
  node: Node;
  rest: OptionPath;
}

/** Follows keys and indexes as far as the options are written out. */
function follow(wrapped: Node, steps: OptionPath): Followed {
  const node = unwrap(wrapped);
  const [step, ...rest] = steps;
  const here = { node, rest: steps };
  if (step === undefined) return here;
  if (typeof step === 'number') {
    const item = node.type === 'ArrayExpression' ? node.elements[step] : null;
    return item ? follow(item, rest) : here;
  }
  if (node.type !== 'ObjectExpression') return here;
  const property = node.properties.find((one) => one.type === 'Property' && keyOf(one) === step);
  if (property?.type !== 'Property') return here;
  return rest.length === 0 ? { node: property, rest } : follow(property.value, rest);
}

/** Removes type assertions and brackets around a value. */
function unwrap(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return unwrap(node.expression);
    case 'CallExpression': {
      const [argument] = node.arguments;
      const isDefined = node.callee.type === 'Identifier' && DEFINES.test(node.callee.name);
      return isDefined && argument ? unwrap(argument) : node;
    }
    default:
      return node;
  }
}

function keyOf({ key }: ESTree.ObjectProperty): unknown {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? key.value : undefined;
}
