import type { Fault, Finding, Look } from '../../talk/problems/finding.ts';
import type { Content, Picture, TextRun } from './text-walk.ts';
import type { Frame } from './geometry.ts';

/** Input of the rules: a slide as currently shown. */
export interface Sight {
  slide: HTMLElement;
  frame: Frame;
  content: Content;
  look: Look;
}

/** Details of a finding. */
export interface Details {
  fault: Fault;
  /** Key shared by findings with one cause. */
  cause: string;
  badness: number;
}

const MAX_QUOTE = 44;
const NAMES: Record<string, string> = { svg: 'drawing', img: 'picture', iframe: 'frame' };

/** Builds a finding about text. */
export function reportText({ slide, look }: Sight, run: TextRun, details: Details): Finding {
  const isGenerated = run.lines.length === 0;
  const words = isGenerated ? (run.element.textContent ?? '').trim() : run.text;
  return report(run.element, { slide, look, what: quote(run.text), words }, details);
}

/** Builds a finding about a picture. */
export function reportPicture({ slide, look }: Sight, picture: Element, details: Details): Finding {
  const what = nameElement(picture);
  const words = picture.getAttribute('src') ?? '';
  return report(picture, { slide, look, what, words: baseName(words) }, details);
}

interface Subject {
  slide: HTMLElement;
  look: Look;
  what: string;
  words: string;
}

function report(
  element: Element,
  { slide, look, what, words }: Subject,
  details: Details,
): Finding {
  const block = element.closest('[data-block]')?.getAttribute('data-block') ?? null;
  return { slide: slide.id, block, what, words, ...details, count: 1, looks: [look] };
}

/** Quotes a text, truncated if it is long. */
export function quote(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return `"${words.length > MAX_QUOTE ? `${words.slice(0, MAX_QUOTE - 1).trimEnd()}…` : words}"`;
}

/** Names a picture, drawing or block in the author's terms. */
export function nameElement(element: Element): string {
  const tag = element.localName;
  const name = NAMES[tag] ?? tag.replace(/^rostrum-/, '');
  const source = element.getAttribute('src');
  return `The ${name}${source ? ` "${baseName(source)}"` : ''}`;
}

function baseName(source: string): string {
  if (source.startsWith('data:')) return 'data:…';
  return source.replace(/[?#].*$/, '').replace(/^.*\//, '');
}

/** Lists the pictures outside block drawings, which have their own text alternative. */
export function ownPictures({ pictures }: Content): Picture[] {
  return pictures.filter(({ element }) => !element.matches('[data-drawn]'));
}
