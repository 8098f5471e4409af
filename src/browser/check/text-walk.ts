import { FORMULA, listFormulaParts, scaleOf, type Frame, type Rect } from './geometry.ts';
import { findAddedText, isText, type MayAddText } from './walk/generated.ts';
import { isVisuallyHidden } from './unseen.ts';
import { toInk } from './walk/ink.ts';

/** A box that clips its content. */
export interface Clip {
  element: Element;
  box: Rect;
  isWide: boolean;
  isTall: boolean;
}

/** Visible text on a slide. */
export interface TextRun {
  text: string;
  /** Where it is written; null for text that CSS adds. */
  node: Text | null;
  /** The element that styles it. */
  element: Element;
  style: CSSStyleDeclaration;
  /** Boxes of its letters, one a line; empty for text added by CSS. */
  lines: Rect[];
  /** Size of its letters in slide pixels. */
  size: number;
  opacity: number;
  clips: readonly Clip[];
  /** Whether its author positioned it out of the flow. */
  isPlaced: boolean;
}

/** A visible picture, video, frame or drawing. */
export interface Picture {
  element: Element;
  box: Rect;
  clips: readonly Clip[];
  isPlaced: boolean;
}

/** Visible content of a slide, in paint order. */
export interface Content {
  runs: TextRun[];
  pictures: Picture[];
}

interface State {
  opacity: number;
  scale: number;
  clips: readonly Clip[];
  isPlaced: boolean;
}

const UNSEEN =
  'script, style, template, noscript, .slide-ground, .notes, .step-mark, .problem, title, desc, defs, metadata, clipPath, mask, symbol, marker, pattern';
const PICTURES = new Set(['img', 'video', 'canvas', 'iframe', 'object', 'embed', 'svg', 'picture']);

/** Collects the visible content of a slide. */
export function walkSlide(slide: HTMLElement, frame: Frame): Content {
  const content: Content = { runs: [], pictures: [] };
  const start: State = { opacity: 1, scale: 1, clips: [], isPlaced: false };
  const tools = { content, frame, mayAddText: findAddedText() };
  for (const child of slide.children) walk(child, start, tools);
  return content;
}

interface Tools {
  content: Content;
  frame: Frame;
  mayAddText: MayAddText;
}

function walk(element: Element, outer: State, tools: Tools): void {
  if (element.matches(UNSEEN)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none') return;
  const opacity = outer.opacity * parseFloat(style.opacity);
  if (opacity < 0.01 || isVisuallyHidden(element, style)) return;
  const isShown = style.visibility === 'visible';
  const state = enter(element, style, { ...outer, opacity }, tools.frame);
  if (element.matches(FORMULA)) {
    if (isShown) listFormulaParts(element).forEach((part) => addBox(part, state, tools));
    return;
  }
  if (isShown) addPicture(element, outer, tools);
  if (isShown && tools.mayAddText(element)) addGenerated(element, state, tools.content);
  for (const child of element.childNodes) {
    if (child instanceof Element) walk(child, state, tools);
    else if (isShown && child instanceof Text) addText(child, element, { style, state, tools });
  }
}

/** Returns the state inside an element: its scale, and its clip if it clips its content. */
function enter(element: Element, style: CSSStyleDeclaration, outer: State, frame: Frame): State {
  const isOut = isOutOfFlow(element, style);
  const state: State = {
    ...outer,
    scale: outer.scale * ownScale(element, style),
    clips: isOut ? reachingClips(element, outer.clips) : outer.clips,
    isPlaced: outer.isPlaced || isOut,
  };
  const isWide = style.overflowX !== 'visible';
  const isTall = style.overflowY !== 'visible';
  const isBox = style.display !== 'inline' && style.display !== 'contents';
  const canClip = element instanceof SVGElement ? element instanceof SVGSVGElement : isBox;
  if (!canClip || (!isWide && !isTall)) return state;
  const clip = { element, box: innerBox(element, frame), isWide, isTall };
  return { ...state, clips: [...state.clips, clip] };
}

function isOutOfFlow(element: Element, { position }: CSSStyleDeclaration): element is HTMLElement {
  return element instanceof HTMLElement && (position === 'absolute' || position === 'fixed');
}

/** Positioned elements are clipped only by boxes that contain their positioning box. */
function reachingClips({ offsetParent }: HTMLElement, clips: readonly Clip[]): readonly Clip[] {
  return clips.filter((clip) => offsetParent && clip.element.contains(offsetParent));
}

function innerBox(element: Element, { toRect, scale }: Frame): Rect {
  const box = element.getBoundingClientRect();
  if (element instanceof SVGElement) return toRect(box);
  const left = box.left + element.clientLeft * scale;
  const top = box.top + element.clientTop * scale;
  const { clientWidth, clientHeight } = element;
  return toRect(new DOMRect(left, top, clientWidth * scale, clientHeight * scale));
}

function ownScale(element: Element, style: CSSStyleDeclaration): number {
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) return 1;
  const zoom = parseFloat(style.zoom) || 1;
  const matrix = style.transform === 'none' ? 1 : scaleOf(new DOMMatrix(style.transform));
  const [x = 1, y = x] = style.scale === 'none' ? [] : style.scale.split(' ').map(parseFloat);
  return zoom * matrix * Math.sqrt(Math.abs(x * y));
}

function addPicture(element: Element, state: State, tools: Tools): void {
  if (!PICTURES.has(element.localName) || element.parentElement?.closest('svg')) return;
  addBox(element, state, tools);
}

function addBox(element: Element, { clips, isPlaced }: State, { content, frame }: Tools): void {
  const box = frame.toRect(element.getBoundingClientRect());
  if (box.right - box.left < 1 || box.bottom - box.top < 1) return;
  content.pictures.push({ element, box, clips, isPlaced });
}

/** Text added by a stylesheet has no box to measure, only letters. */
function addGenerated(element: Element, { opacity, scale }: State, { runs }: Content): void {
  if (element instanceof SVGElement) return;
  for (const pseudo of ['::before', '::after']) {
    const style = getComputedStyle(element, pseudo);
    if (!isText(style.content) || style.display === 'none') continue;
    const text = style.content.startsWith('attr(')
      ? (element.getAttribute(style.content.slice(5, -1)) ?? '')
      : style.content.replaceAll('"', '').trim();
    const size = parseFloat(style.fontSize) * scale;
    const own = opacity * parseFloat(style.opacity);
    const run = { text, node: null, element, style, size, opacity: own };
    runs.push({ ...run, lines: [], clips: [], isPlaced: false });
  }
}

interface TextState {
  style: CSSStyleDeclaration;
  state: State;
  tools: Tools;
}

function addText(node: Text, element: Element, { style, state, tools }: TextState): void {
  const text = node.data.trim();
  if (text === '') return;
  const { frame, content } = tools;
  const range = new Range();
  const start = node.data.length - node.data.trimStart().length;
  range.setStart(node, start);
  range.setEnd(node, start + text.length);
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (boxes.length === 0) return;
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  const scale = matrix ? scaleOf(matrix) / frame.scale : state.scale;
  const isUpright = !matrix || Math.abs(matrix.b) < 1e-6;
  const whole = boxes.map(frame.toRect);
  const lines = isUpright ? toInk(whole, text, style) : whole;
  const { opacity, clips, isPlaced } = state;
  content.runs.push({
    text,
    node,
    element,
    style,
    lines,
    size: parseFloat(style.fontSize) * scale,
    opacity,
    clips,
    isPlaced,
  });
}
