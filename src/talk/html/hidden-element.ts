import { forbiddenTag, hiddenText } from '../problems/markup-problems.ts';
import { readDeclarations } from './declarations.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { Attribute } from './tags.ts';

/** An element as its tag is written. */
export interface WrittenElement {
  name: string;
  attributes: readonly Attribute[];
  /** Whether it is in SVG. */
  inDrawing: boolean;
}

/** Elements that would run something, among those that are left out with their content. */
const RUNNING = new Set(['script', 'object', 'applet', 'embed']);
/** Elements that are left out with their content, because it is no text to be seen. */
const UNSEEN = new Set([
  ...RUNNING,
  ...['template', 'noscript', 'noembed', 'noframes', 'metadata', 'annotation-xml'],
]);

/** Checks whether the content of an element of this name is never seen. */
export function isUnseen(name: string): boolean {
  return UNSEEN.has(name);
}

/** Reports an element whose content is never seen. */
export function reportUnseen(name: string, span: Span): Problem {
  return (RUNNING.has(name) ? forbiddenTag : hiddenText)(name, span);
}

/** Checks whether words have no size or no ink at all; what an animation may show later is not hidden. */
function isInvisible(style: ReadonlyMap<string, string>): boolean {
  if ([...style.keys()].some((name) => MOVING.test(name))) return false;
  return ZERO.test(style.get('opacity') ?? '') || ZERO.test(style.get('font-size') ?? '');
}

/** Checks whether attributes hide an element; in a drawing only text counts, as hidden parts are used by others. */
export function isHidden({ name, attributes, inDrawing }: WrittenElement): boolean {
  const valueOf = (wanted: string) => attributes.find((each) => each.name === wanted)?.value;
  const style = readDeclarations(valueOf('style') ?? '');
  const isGone = style.get('display') === 'none' || isInvisible(style);
  if (name === 'svg') return false;
  if (inDrawing) return name === 'text' && (isGone || valueOf('display') === 'none');
  if (name === 'dialog' && valueOf('open') === undefined) return true;
  if (name === 'input' && valueOf('type')?.toLowerCase() === 'hidden') return true;
  const visibility = style.get('visibility');
  if (visibility === 'hidden' || visibility === 'collapse') return true;
  return isGone || style.get('content-visibility') === 'hidden' || valueOf('hidden') !== undefined;
}

const MOVING = /^(?:animation|transition)/;
/** Zero of any unit. */
const ZERO = /^[+-]?(?:0+|0*\.0+)(?:%|[a-z]+)?$/;
