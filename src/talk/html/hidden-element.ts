import { hiddenText } from '../problems/media-problems.ts';
import { forbiddenTag } from '../problems/markup-problems.ts';
import { readDeclarations, type Declaration } from './declarations.ts';
import type { Problem, Span } from '../model/problem.ts';
import { findRuleStyle, indexRules, type RuleSet, type StyleRule } from './style-rules.ts';
import type { Attribute } from './tags.ts';

/** An element as written in its tag. */
export interface WrittenElement {
  name: string;
  attributes: readonly Attribute[];
  /** Whether it is in SVG. */
  inDrawing: boolean;
}

/** Elements that could run code, among those removed with their content. */
const RUNNING = new Set(['script', 'object', 'applet', 'embed']);
/** Elements removed with their content, because it is never visible text. */
const UNSEEN = new Set([
  ...RUNNING,
  ...['template', 'noscript', 'noembed', 'noframes', 'metadata', 'annotation-xml'],
]);

const NO_RULES = indexRules([]);

/** Checks whether the content of an element with this name is never visible. */
export function isUnseen(name: string): boolean {
  return UNSEEN.has(name);
}

/** Reports an element with content that is never visible. */
export function reportUnseen(name: string, span: Span): Problem {
  return (RUNNING.has(name) ? forbiddenTag : hiddenText)(name, span);
}

/** Checks whether text has no size or no ink; text that an animation may show later is not hidden. */
function isInvisible(style: ReadonlyMap<string, string>): boolean {
  if ([...style.keys()].some((name) => MOVING.test(name))) return false;
  return ZERO.test(style.get('opacity') ?? '') || ZERO.test(style.get('font-size') ?? '');
}

/**
 * Checks whether attributes, or rules of the slide, hide an element; in a drawing only text counts, as hidden parts are
 * used by others.
 */
export function isHidden(element: WrittenElement, rules: RuleSet = NO_RULES): boolean {
  const { name, inDrawing } = element;
  const valueOf = (wanted: string) => readValue(element, wanted);
  const style = readStyle(element, rules);
  const isGone = style.get('display') === 'none' || isInvisible(style);
  if (name === 'svg') return false;
  if (inDrawing) return name === 'text' && (isGone || valueOf('display') === 'none');
  if (name === 'dialog' && valueOf('open') === undefined) return true;
  if (name === 'input' && valueOf('type')?.toLowerCase() === 'hidden') return true;
  return isGone || isUnshown(style) || valueOf('hidden') !== undefined;
}

/** What hides an element in a way that leaves its text in the page: one of the rules, or its letters' colour. */
export type KeptReason = StyleRule | 'transparent';

/** Lists what may hide an element that is not left out. */
export function listKeptReasons(element: WrittenElement, rules: RuleSet): KeptReason[] {
  if (element.inDrawing || element.name === 'style') return [];
  const { doubtful } = findRuleStyle(rules, element.name, element.attributes);
  const hiding = doubtful.filter(({ selector, declarations }) => {
    return selector.certainty === 'structural' && declarations.some(isHiding);
  });
  return isTransparent(readStyle(element, rules)) ? [...hiding, 'transparent'] : hiding;
}

/** Checks whether letters show nothing at all; they may show the ground of their element, or move. */
function isTransparent(style: ReadonlyMap<string, string>): boolean {
  const isMoving = [...style.keys()].some((name) => MOVING.test(name));
  const showsGround = GROUND_CLIPS.some((name) => style.get(name) === 'text');
  return style.get('color') === 'transparent' && !isMoving && !showsGround;
}

function readValue({ attributes }: WrittenElement, wanted: string): string | undefined {
  return attributes.find((each) => each.name === wanted)?.value;
}

/** Reads what rules and its own attribute say of an element; what other rules may show again is left out. */
function readStyle(element: WrittenElement, rules: RuleSet): ReadonlyMap<string, string> {
  const own = readDeclarations(readValue(element, 'style') ?? '');
  if (rules.all.length === 0) return own;
  const found = findRuleStyle(rules, element.name, element.attributes);
  const style = new Map([...found.normal, ...own, ...found.important]);
  for (const property of OF_RULES) {
    const isOwn = own.has(property) && !found.important.has(property);
    const isDoubtful = found.doubtful.some(({ declarations }) => sets(declarations, property));
    if (!isOwn && isDoubtful) style.delete(property);
  }
  // A frame of no size is a way to set boxes side by side.
  if (!own.has('font-size')) style.delete('font-size');
  // What is in an element can be visible though the element is not.
  if (!own.has('visibility') && style.has('visibility') && rules.all.some(showsAgain))
    style.delete('visibility');
  const moving = found.doubtful.flatMap(({ declarations }) => declarations.filter(isMovement));
  return new Map([...style, ...moving.map(({ property, value }) => [property, value] as const)]);
}

function sets(declarations: readonly Declaration[], wanted: string): boolean {
  return declarations.some((each) => each.property === wanted && !isHiding(each));
}

function isMovement({ property }: Declaration): boolean {
  return MOVING.test(property);
}

function showsAgain({ declarations }: StyleRule): boolean {
  return declarations.some(
    ({ property, value }) => property === 'visibility' && value === 'visible',
  );
}

function isHiding({ property, value }: Declaration): boolean {
  const style = new Map([[property, value]]);
  if (property === 'font-size') return false;
  return style.get('display') === 'none' || isInvisible(style) || isUnshown(style);
}

function isUnshown(style: ReadonlyMap<string, string>): boolean {
  const visibility = style.get('visibility');
  if (visibility === 'hidden' || visibility === 'collapse') return true;
  return style.get('content-visibility') === 'hidden';
}

const MOVING = /^(?:animation|transition)/;
/** Zero of any unit. */
const ZERO = /^[+-]?(?:0+|0*\.0+)(?:%|[a-z]+)?$/;
/** Properties by which a rule can hide what another one shows. */
const OF_RULES = ['display', 'visibility', 'opacity', 'content-visibility', 'color'];
const GROUND_CLIPS = ['background-clip', '-webkit-background-clip'];
