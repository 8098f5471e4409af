import { listCssUrls } from '../../html/css-urls.ts';
import { holdsCss, listAddresses } from '../../html/listed-addresses.ts';
import {
  forbiddenAddress,
  hiddenText,
  inlineHandler,
  unknownAttribute,
} from '../../problems/problems.ts';
import { isHidden } from '../../html/hidden-element.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { PAGE_ID_PREFIX } from '../../model/wire.ts';
import type { Attribute } from '../../html/tags.ts';
import { isKnownAttribute } from './attribute-list.ts';
import type { SlideContext } from '../context.ts';
import { readWords } from './element-list.ts';

/** Marks an element to remove with its content; authors cannot write this attribute. */
export const DROP = 'rostrum:drop';

/**
 * Numbers a drawing or frame, so that its place is known when the slide is parsed as a whole; authors cannot write it.
 */
export const PLACE = 'rostrum:place';

/** The element of some attributes. */
export interface Holder {
  name: string;
  span: Span;
  /** Whether it is in SVG. */
  inDrawing: boolean;
}

const HANDLER = /^on/;
const SCRIPTS = new Set(['javascript', 'vbscript']);
const SCHEMES = new Set(
  readWords(`http https ftp ftps sftp mailto tel sms callto geo magnet matrix xmpp irc ircs news nntp cid git ssh svn
  webcal gopher gemini`),
);
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** Browsers ignore these in an address, and controls and spaces before it. */
const PASSED_OVER = /^[\u0000-\u0020]+|[\t\n\r]+/g;
const MEDIA = new Set(['img', 'image', 'feimage', 'source', 'video', 'audio', 'track', 'input']);
const MEDIA_DATA = /^data:(?:image|audio|video|text\/vtt)\b/i;
/** In CSS data are pictures and fonts, whatever they say that they are. */
const CSS_DATA = /^data:/i;
const AIM = 'attributename';
const ANIMATED = new Set(['values', 'to', 'from', 'by']);
const ANIMATIONS = new Set(['animate', 'animatemotion', 'animatetransform', 'set']);
const UNANIMATED = /^(?:style|class|id|attributename)$/;
const NAMED_BY_SCRIPTS = new Set(['form', 'img', 'iframe', 'object', 'embed']);
const EDITORS = /^[a-z]+:[a-z-]+$/;
const FRAGMENT_INDEX = 'data-fragment-index';
const DIGITS = /^\d+$/;

/** Filters the attributes of an element to those allowed on a page; each removed one is reported once for the slide. */
export function filterAttributes(
  attributes: readonly Attribute[],
  holder: Holder,
  context: SlideContext,
): Attribute[] {
  const fine = attributes.filter((attribute) => {
    const problem = findFault(attribute, holder);
    if (problem) report(problem, attribute, context);
    return problem === null;
  });
  const kept = isAimless(attributes, fine) ? fine.filter(({ name }) => !ANIMATED.has(name)) : fine;
  if (!isHidden({ ...holder, attributes: kept })) return kept;
  context.hasRaw = true;
  context.problems.push(hiddenText(holder.name, holder.span));
  return [...kept, { name: DROP, value: '' }];
}

/** Reports whether an animation lost its target attribute; its values are then removed too. */
function isAimless(before: readonly Attribute[], after: readonly Attribute[]): boolean {
  const hasAim = ({ name }: Attribute): boolean => name === AIM;
  return before.some(hasAim) && !after.some(hasAim);
}

/** Reports whether a link may lead to an address, and reports a problem when not. */
export function isSafeLink(href: string, span: Span, context: SlideContext): boolean {
  const attribute = { name: 'href', value: href };
  const problem = findFault(attribute, { name: 'a', span, inDrawing: false });
  if (problem) context.problems.push(problem);
  return problem === null;
}

/** Reports the address of a stylesheet that may not be on a page; returns whether there was none. */
export function isSafeInStyle(address: string, span: Span, context: SlideContext): boolean {
  const problem = findBadAddress(address, 'style', { span, data: CSS_DATA });
  if (problem) context.problems.push(problem);
  return problem === null;
}

/** Checks whether an attribute is allowed on a page. */
export function isAllowed(attribute: Attribute, name: string): boolean {
  const span: Span = { file: '', line: 1, column: 1, length: 1 };
  return findFault(attribute, { name, span, inDrawing: false }) === null;
}

function findFault({ name, value }: Attribute, holder: Holder): Problem | null | undefined {
  const { span } = holder;
  if (HANDLER.test(name) || name === 'srcdoc') return inlineHandler(name, span);
  // Drawing programs leave their own attributes, which have no meaning on a page.
  if (holder.inDrawing && EDITORS.test(name) && !isKnownAttribute(name)) return undefined;
  if (name === 'data-notes') return hiddenText(name, span);
  if (!isKnownAttribute(name)) return unknownAttribute(name, span);
  if (name === FRAGMENT_INDEX && !DIGITS.test(value)) return unknownAttribute(name, span);
  if (name === 'id' && value.startsWith(PAGE_ID_PREFIX)) return unknownAttribute(name, span);
  if (name === 'name' && NAMED_BY_SCRIPTS.has(holder.name)) return unknownAttribute(name, span);
  if (name === AIM && ANIMATIONS.has(holder.name)) return findAnimated(value, span);
  const isCss = holdsCss(name);
  const data = isCss ? CSS_DATA : MEDIA.has(holder.name) ? MEDIA_DATA : null;
  for (const address of isCss ? listCssUrls(value) : listAddresses(name, value)) {
    const problem = findBadAddress(address, name, { span, data });
    if (problem) return problem;
  }
  return null;
}

/** An animation can write any attribute, so its target is checked too. */
function findAnimated(value: string, span: Span): Problem | null {
  const name = value.trim().toLowerCase();
  const isAddress = listAddresses(name, 'x').length > 0;
  if (HANDLER.test(name) || isAddress || UNANIMATED.test(name)) return inlineHandler(name, span);
  return isKnownAttribute(name) ? null : unknownAttribute(name, span);
}

/** Where an address stands, and what it looks like where it holds a picture, a film, sound or a font itself; null where it may not. */
interface AddressHolder {
  span: Span;
  data: RegExp | null;
}

function findBadAddress(
  address: string,
  name: string,
  { span, data }: AddressHolder,
): Problem | null {
  const plain = address.replace(PASSED_OVER, '');
  const scheme = SCHEME.exec(plain)?.[1]?.toLowerCase();
  if (scheme === undefined || SCHEMES.has(scheme)) return null;
  if (SCRIPTS.has(scheme)) return inlineHandler(name, span);
  return data?.test(plain) ? null : forbiddenAddress(name, scheme, span);
}

/** An editor repeats an attribute many times, which is one cause. */
function report(problem: Problem, { name }: Attribute, context: SlideContext): void {
  const key = `${problem.code} ${name}`;
  if (problem.code === 'unknown-attribute' && context.reported.has(key)) return;
  context.reported.add(key);
  context.problems.push(problem);
}
