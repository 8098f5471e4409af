import { strayTag, unclosedTag } from '../../problems/problems.ts';
import type { Span } from '../../model/problem.ts';
import { findNearest } from '../../text/nearest.ts';
import { hasOptionalEnd } from '../../html/tags.ts';
import type { OpenElement, SlideContext } from '../context.ts';
import type { Pause } from '../steps.ts';
import { claimPause } from '../steps.ts';

/** Elements with a missing end that the parser reports, because it decides where they end. */
const REPORTED = new Set(['script', 'pre', 'style', 'textarea']);

const BORDERS = new Set(['svg', 'math', 'foreignobject']);

/** A range of content with one parent, which closes its own elements. */
export interface Level {
  floor: number;
  outerFloor: number;
  /** The pause around the whole range. */
  pause: Pause | null;
  wrapper: 'div' | 'span';
}

/** Begins a level. */
export function openLevel(context: SlideContext, wrapper: Level['wrapper']): Level {
  const { floor: outerFloor, pause } = context;
  context.floor = context.open.length;
  return { floor: context.floor, outerFloor, pause, wrapper };
}

/** Ends a level: closes what is still open in it. */
export function closeLevel(context: SlideContext, level: Level): string {
  const closed = closeDownTo(context, level.floor);
  context.floor = level.outerFloor;
  return closed;
}

/** Returns the language of what is open: HTML also within the foreign object of a drawing. */
export function findLanguage({ open }: SlideContext): 'html' | 'svg' | 'math' {
  const border = open.findLast(({ name }) => BORDERS.has(name))?.name;
  return border === 'svg' || border === 'math' ? border : 'html';
}

/** Closes open elements until `count` are left; those that need an end tag are reported. */
export function closeDownTo(context: SlideContext, count: number): string {
  let html = '';
  while (context.open.length > count) html += closeLast(context);
  return html;
}

/** Closes the element opened last. */
export function closeLast(context: SlideContext): string {
  const element = context.open.pop();
  if (!element) return '';
  const isFine = hasOptionalEnd(element.name) || REPORTED.has(element.name);
  if (element.span && !isFine) context.problems.push(unclosedTag(element.name, element.span));
  return `</${element.name}>`;
}

/** Reports an end tag of an element that is not open; one that is misspelt is one problem. */
export function reportStray(name: string, span: Span, context: SlideContext): void {
  // The start tag was left out, as it was misspelt.
  if (context.leftOut.has(name) || findNearest(name, context.leftOut)) return;
  const open = context.open.slice(context.floor).filter(({ pause }) => pause === null);
  const names = open.map((element) => element.name);
  const meant = findNearest(name, names);
  context.problems.push(strayTag(name, span, meant));
  const last = open.findLast((element) => element.name === meant);
  if (last) last.span = null;
}

/** Begins the range after a pause comment. */
export function startPause(context: SlideContext): void {
  if (context.steps.isOn) context.pause = { index: null, isFresh: true };
}

/** Opens the wrapper of the current pause on this level, if needed. */
export function enterPause(context: SlideContext, level: Level): string {
  const { pause, open } = context;
  if (pause === null || pause === level.pause) return '';
  if (open.slice(level.floor).some((element) => element.pause === pause)) return '';
  let html = '';
  while (open.length > level.floor && isWrapper(open.at(-1))) html += closeLast(context);
  open.push({ name: level.wrapper, span: null, pause });
  const index = claimPause(context.steps, pause);
  return `${html}<${level.wrapper} class="fragment" data-fragment-index="${index}">`;
}

function isWrapper(element: OpenElement | undefined): boolean {
  return element?.pause != null;
}
