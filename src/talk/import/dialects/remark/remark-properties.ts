import type { Part } from '../../cut-slides.ts';
import { toLine, toNote, type DeckSlide, type Result } from '../../deck.ts';
import type { ImportOutcome } from '../../../model/import/imported-deck.ts';
import type { Span } from '../../../model/problem.ts';

/** The lines "key: value" at the top of a slide of remark, and the text below them. */
export interface Properties {
  values: Map<string, string>;
  spans: Map<string, Span>;
  text: string;
  /** Number of the text's first line. */
  line: number;
}

/** Reads the properties at the top of a slide. */
export function readProperties({ text, line }: Part, file: string): Properties {
  const [block = ''] = PROPERTIES.exec(text) ?? [];
  const lines = block.split('\n');
  const isKnown = lines.some((each) => NAMES.has(each.split(':')[0] ?? '') || WORD.test(each));
  const properties: Properties = {
    values: new Map(),
    spans: new Map(),
    text,
    line,
  };
  if (block === '' || !isKnown) return properties;
  lines.forEach((each, index) => {
    const [, name, value = ''] = /^([a-z][\w-]*):[ \t]*(.*?)[ \t]*$/.exec(each) ?? [];
    if (name === undefined) return;
    properties.values.set(name, value);
    properties.spans.set(name, { file, line: line + index, column: 1, length: each.length });
  });
  return {
    ...properties,
    text: text.slice(block.length),
    line: line + block.split('\n').length - 1,
  };
}

/** Gives a slide what its properties say; a text, which may be that of its template, can name others. */
export function takeProperties(
  { values, spans, text }: Properties,
  slide: DeckSlide,
  { naming = text }: { naming?: string } = {},
): void {
  const isPlaced = placeGround(values, slide);
  for (const [name, value] of values) {
    const isGround = isPlaced && /^background-(?:image|size|position)$/.test(name);
    const taken = isGround ? PLACED : takeProperty(name, value, slide);
    const span = spans.get(name);
    if (!span) continue;
    if (!taken) {
      const isOfDeck = NAMES.has(name) || naming.includes(`{{${name}}}`);
      if (!isOfDeck) slide.notes.push(toNote(OF_SCRIPT, toLine(`${name}: ${value}`), span));
      continue;
    }
    const [outcome, became, effect] = taken;
    const what = toLine(`${name}: ${value}`);
    slide.notes.push({ outcome, what, became, span, ...(effect && { isHarmless: true }) });
  }
}

/** Puts a background that does not cover its slide at its place, as a picture of its size. */
function placeGround(values: ReadonlyMap<string, string>, slide: DeckSlide): boolean {
  const [, address] = ADDRESS.exec(values.get('background-image') ?? '') ?? [];
  const [size = ''] = (values.get('background-size') ?? '').split(/\s+/);
  const [, share, unit] = /^(\d+(?:\.\d+)?)(px|%)$/.exec(size) ?? [];
  if (address === undefined || share === undefined || (unit === '%' && Number(share) > 80))
    return false;
  const [x = '50%', y = '50%'] = (values.get('background-position') ?? '')
    .split(/\s+/)
    .map(toShare);
  const style = `position: absolute; left: ${x}; top: ${y}; width: ${size}; transform: translate(-${x}, -${y})`;
  slide.after.push(`<img src="${address}" alt="" style="${style}">`);
  return true;
}

function toShare(word: string): string {
  const sides: Readonly<Record<string, string>> = {
    left: '0%',
    top: '0%',
    right: '100%',
    bottom: '100%',
  };
  return sides[word] ?? (/^\d+(?:\.\d+)?%$/.test(word) ? word : '50%');
}

const OF_SCRIPT: Result = ['manual', 'Only a script of the page can read this property.'];
const PLACED: [ImportOutcome, string] = ['translated', 'a picture at its place'];
const ADDRESS = /^url\(\s*["']?([^"')]*)["']?\s*\)$/;

function takeProperty(
  name: string,
  value: string,
  slide: DeckSlide,
): [ImportOutcome, string, 'harmless'?] | undefined {
  const { keys } = slide;
  switch (name) {
    case 'name':
      if (/^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(value)) keys.id = value;
      return ['translated', `id: ${value}`];
    case 'class': {
      const names = value.split(/[,\s]+/).filter(Boolean);
      const own = names.filter((each) => !PLACES.has(each));
      const place = names.filter((each) => each === 'middle' || each === 'center');
      const [only] = place;
      if (place.length > 1) keys.layout = 'center';
      else if (only) own.unshift(`deck-${only}`);
      if (own.length > 0) keys.class = own.join(' ');
      return own.some((each) => !each.startsWith('deck-'))
        ? ['approximated', `class: ${own.join(' ')}; its stylesheet has the rules for it`]
        : ['translated', keys.layout === 'center' ? 'layout: center' : `class: ${own.join(' ')}`];
    }
    case 'background-image': {
      const address = ADDRESS.exec(value)?.[1];
      if (address === undefined) return ['manual', 'It names no picture that can be read.'];
      keys.background = address;
      return ['translated', `background: ${address}`];
    }
    case 'background-color':
      keys.background ??= value;
      return ['translated', `background: ${value}`];
    case 'count':
      if (value !== 'false') return undefined;
      keys.visibility = 'uncounted';
      return ['translated', 'visibility: uncounted'];
    case 'exclude':
      if (value !== 'true') return undefined;
      keys.visibility = 'hidden';
      return ['translated', 'visibility: hidden'];
    case 'title':
    case 'description':
      return ['dropped', 'A slide is named by its heading.', 'harmless'];
    case 'template':
      return ['approximated', 'the content of that slide above this one'];
    case 'background-position':
    case 'background-size':
      return ['approximated', 'A background covers its slide.'];
  }
  return undefined;
}

/** Slides whose content is in the middle of their height, or of their width. */
export const PLACE_RULES = `.deck-middle .slide-main { justify-content: center; }
.deck-middle .slide-body:not(:has(img)) { flex: none; }
.deck-center { text-align: center; }
.deck-center :is(.slide-title, .slide-body > :is(p, blockquote)) { margin-inline: auto; }`;
const KNOWN =
  'name|class|background-image|background-color|background-position|background-size|count|template|layout|exclude';
/** The lines of properties, also with blank lines between those that are known. */
const PROPERTIES = new RegExp(
  `^(?:[ \\t]*\\n)*(?:[a-z][\\w-]*:[ \\t]*[^\\n]*(?:\\n|$))+(?:(?:[ \\t]*\\n)+(?:(?:${KNOWN}):[ \\t]*[^\\n]*(?:\\n|$))+)*`,
);
/** A property of a single word, which a script of the page may read. */
const WORD = /^[a-z][\w-]*:[ \t]*[\w-]+[ \t]*$/;
const NAMES = new Set(KNOWN.split('|'));
const PLACES = new Set(['center', 'middle', 'left', 'right', 'top', 'bottom']);
