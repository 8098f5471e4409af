import {
  defaultTreeAdapter,
  html as dom,
  parseFragment,
  type DefaultTreeAdapterTypes,
} from 'parse5';
import { forbiddenRight, heavyDrawing, unknownReference } from '../../problems/problems.ts';
import { escapeHtml } from '../../html/html.ts';
import type { Span } from '../../model/problem.ts';
import { DROP, PLACE } from './allowed.ts';
import { readLink, type SlideContext } from '../context.ts';
import { renameInCss, type OwnNames } from './css-names.ts';
import { listKeyframes, scopeCss } from './css.ts';
import { MAX_DRAWN, listHeavy } from './drawing-size.ts';
import { decideSandbox, findForeignPage } from './embedded.ts';
import { listElements, writeNodes, type Element } from './nodes.ts';
import { gatherText } from './loose-text.ts';
import { listIds, listReferred, renameReferences } from './id-references.ts';

/** The parts of a slide that are parsed again as a whole. */
interface RawParts {
  /** HTML of the title. */
  head: string;
  body: string;
  references: string;
}

type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

const NOTES = /(?:^|\s)notes(?:\s|$)/;
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/**
 * Parses a slide with raw HTML as browsers do, so that nothing on it affects other slides. Open elements end with it,
 * styles are scoped to it, and its ids are unique.
 */
export function isolateRaw(
  { head, body, references }: RawParts,
  context: SlideContext,
  place: Span,
): RawParts & { style: string } {
  const parts = [parsePart('header', head), parsePart('div', body), parsePart('div', references)];
  for (const element of parts.flatMap(listElements)) if (isUnseen(element)) remove(element);
  const all = parts.flatMap(listElements);
  reportReferences(listIds(all), context);
  for (const drawing of listHeavy(all)) {
    const at = placeOf(drawing, context) ?? place;
    context.problems.push(heavyDrawing('This drawing', MAX_DRAWN, at));
    remove(drawing);
  }
  const elements = parts.flatMap(listElements);
  for (const element of elements) finishElement(element, context, place);
  const { styles } = context;
  const keyframes = new Set(styles.flatMap(({ css }) => listKeyframes(css)));
  const prefix = `s${hash(`${context.file} ${context.id}`)}-`;
  const referred = listReferred(
    elements,
    styles.map(({ css }) => css),
  );
  const own = listIds(elements).filter((id) => referred.has(id) && !readLink(context, id));
  const names: OwnNames = { ids: new Map(own.map((id) => [id, prefix + id])), prefix };
  const rename = (css: string): string => renameInCss(css, keyframes, names);
  for (const element of elements) renameReferences(element, names.ids, rename);
  const style = styles.map(({ css, media }) => {
    const scoped = scopeCss(css, keyframes, names);
    const attribute = media === null ? '' : ` media="${escapeHtml(media)}"`;
    return scoped === '' ? '' : `<style${attribute}>\n${scoped}\n</style>\n`;
  });
  if (parts[1]) gatherText(parts[1]);
  const [title = '', rest = '', last = ''] = parts.map(({ childNodes }) => writeNodes(childNodes));
  return { head: title, body: rest, references: last, style: style.join('') };
}

/** Reports each id that a drawing or style references and that is not on the slide, once. */
function reportReferences(ids: readonly string[], context: SlideContext): void {
  const known = new Set(ids);
  for (const { id, span } of context.references) {
    if (known.has(id)) continue;
    known.add(id);
    context.problems.push(unknownReference(id, ids, span));
  }
}

/** Removes the place mark of an element, and sets the sandbox of a frame. */
function finishElement(element: Element, context: SlideContext, place: Span): void {
  const at = placeOf(element, context) ?? place;
  element.attrs = element.attrs.filter(({ name }) => name !== PLACE);
  if (element.tagName !== 'iframe') return;
  const { rights, refused } = decideSandbox(element.attrs);
  if (refused !== null) context.problems.push(forbiddenRight(refused, at));
  element.attrs = element.attrs.filter(({ name }) => name !== 'sandbox');
  element.attrs.push({ name: 'sandbox', value: rights });
  addAddress(element);
}

/** Loads a page of another origin when its slide comes near; where nothing is loaded its address stands for it. */
function addAddress(frame: Element): void {
  const address = findForeignPage(frame.attrs);
  const { parentNode: parent } = frame;
  if (address === null || parent === null) return;
  if (!frame.attrs.some(({ name }) => name === 'loading')) {
    frame.attrs.push({ name: 'loading', value: 'lazy' });
  }
  const attributes = [
    { name: 'class', value: 'frame-still' },
    { name: 'href', value: address },
  ];
  const link = defaultTreeAdapter.createElement('a', dom.NS.HTML, attributes);
  defaultTreeAdapter.insertText(link, address);
  const next = parent.childNodes[parent.childNodes.indexOf(frame) + 1];
  if (next) defaultTreeAdapter.insertBefore(parent, link, next);
  else defaultTreeAdapter.appendChild(parent, link);
}

function placeOf({ attrs }: Element, { marked }: SlideContext): Span | undefined {
  const number = attrs.find(({ name }) => name === PLACE)?.value;
  return number === undefined ? undefined : marked[Number(number)];
}

function parsePart(name: string, markup: string): Fragment {
  const around = defaultTreeAdapter.createElement(name, dom.NS.HTML, []);
  return parseFragment(around, markup, {});
}

/** Reports whether an element would be invisible but contain text, which a page would disclose. */
function isUnseen({ tagName, attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === DROP || (tagName === 'aside' && name === 'class' && NOTES.test(value)),
  );
}

function remove(element: Element): void {
  const siblings = element.parentNode?.childNodes;
  const at = siblings?.indexOf(element) ?? -1;
  if (at >= 0) siblings?.splice(at, 1);
}

/** Returns a short hash of a text. */
function hash(text: string): string {
  let sum = HASH_START;
  for (const character of text) {
    sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), HASH_FACTOR) >>> 0;
  }
  return sum.toString(36);
}
