import type { AttributesToken, Token } from '../model/token.ts';
import { readTag, writeTag, type Attribute } from '../html/tags.ts';
import { useAddresses } from './raw/addresses.ts';
import { filterAttributes } from './raw/allowed.ts';
import type { SlideContext } from './context.ts';
import { claimPause, claimStep } from './steps.ts';

/** Inline elements to which a comment right after them applies. */
const ELEMENTS = new Set([
  'image',
  'link',
  'strong',
  'em',
  'del',
  'codespan',
  'value',
  'shortcode',
]);
const SPACES = /\s+/;

/** Returns the attribute comments that follow a block, ignoring blank lines. */
export function attributesAfter(tokens: readonly Token[], index: number): AttributesToken[] {
  const found: AttributesToken[] = [];
  for (let next = index + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token && isAttributes(token)) found.push(token);
    else if (token?.type !== 'space') break;
  }
  return found;
}

/** Groups a text's attribute comments by target: the element right before them, or the whole text. */
export function sortAttributes(tokens: readonly Token[]) {
  const own: AttributesToken[] = [];
  const of = new Map<Token, AttributesToken[]>();
  tokens.forEach((token, index) => {
    if (!isAttributes(token)) return;
    const target = targetOf(tokens, index);
    if (target) of.set(target, [...(of.get(target) ?? []), token]);
    else own.push(token);
  });
  return { own, of };
}

/** A picture keeps its comment across a space, other elements only when adjacent. */
function targetOf(tokens: readonly Token[], index: number): Token | null {
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at];
    if (!token || isAttributes(token)) continue;
    if (ELEMENTS.has(token.type)) return at === index - 1 || token.type === 'image' ? token : null;
    if (token.type !== 'text' || token.raw.trim() !== '') return null;
  }
  return null;
}

function isAttributes(token: Token): token is Token & AttributesToken {
  return token.type === 'attributes';
}

/**
 * Renders an element with the attributes of its comments. Its step is claimed before its content is rendered, so that
 * inner steps come later.
 */
export function withAttributes(
  comments: readonly AttributesToken[],
  context: SlideContext,
  render: () => string,
): string {
  if (comments.length === 0) return render();
  const added = comments.map(({ attributes, span }) => ({
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    span,
  }));
  const steps = withStep(added.flatMap(({ attributes }) => attributes).filter(isOfStep), context);
  const markup = render();
  const name = readTag(markup)?.name ?? '';
  const safe = added.flatMap(({ attributes, span }) => {
    const others = attributes.filter((attribute) => !isOfStep(attribute));
    const kept = filterAttributes(others, { name, span, inDrawing: false }, context);
    for (const attribute of kept) useAddresses(name, attribute, span, context);
    return kept;
  });
  return mergeAttributes(markup, [...steps, ...safe]);
}

function isOfStep({ name }: Attribute): boolean {
  return name === 'class' || name === FRAGMENT_INDEX;
}

/** Assigns a step to an element whose class requests one; removes the class when steps are off. */
export function withStep(attributes: readonly Attribute[], context: SlideContext): Attribute[] {
  const classes = attributes.find(({ name }) => name === 'class')?.value.split(SPACES) ?? [];
  if (!classes.includes('fragment')) return [...attributes];
  const rest = attributes.filter(({ name }) => name !== 'class' && name !== FRAGMENT_INDEX);
  const kept = context.steps.isOn ? classes : classes.filter((name) => name !== 'fragment');
  if (kept.length > 0) rest.unshift({ name: 'class', value: kept.join(' ') });
  if (!context.steps.isOn) return rest;
  const given = attributes.find(({ name }) => name === FRAGMENT_INDEX)?.value;
  if (given && DIGITS.test(given)) {
    return [...rest, { name: FRAGMENT_INDEX, value: claimStep(context.steps, Number(given)) }];
  }
  return [...rest, { name: FRAGMENT_INDEX, value: claimOwn(context) }];
}

/** The first element after a pause appears with it, so that no step is empty. */
function claimOwn({ steps, pause }: SlideContext): string {
  if (!pause?.isFresh) return claimStep(steps);
  pause.isFresh = false;
  return claimPause(steps, pause);
}

const FRAGMENT_INDEX = 'data-fragment-index';
const DIGITS = /^\d+$/;

/** Adds attributes to the first tag of HTML: classes are joined, others are replaced. */
export function mergeAttributes(html: string, added: readonly Attribute[]): string {
  if (added.length === 0) return html;
  const tag = readTag(html);
  if (!tag) return html;
  const merged = new Map(tag.attributes.map(({ name, value }) => [name, value]));
  for (const { name, value } of added) {
    const before = name === 'class' ? merged.get('class') : undefined;
    merged.set(name, before ? `${before} ${value}` : value);
  }
  const attributes = [...merged].map(([name, value]) => ({ name, value }));
  return writeTag(tag.name, attributes) + html.slice(tag.textOffset);
}
