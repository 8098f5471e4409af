import type { Part } from '../../cut-slides.ts';
import { toLine, type DeckSlide } from '../../deck.ts';
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
  const isKnown = lines.some((each) => NAMES.has(each.split(':')[0] ?? ''));
  const properties: Properties = { values: new Map(), spans: new Map(), text, line };
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

/** Gives a slide what its properties say. */
export function takeProperties({ values, spans }: Properties, slide: DeckSlide): void {
  for (const [name, value] of values) {
    const taken = takeProperty(name, value, slide);
    const span = spans.get(name);
    if (!taken || !span) continue;
    const [outcome, became, effect] = taken;
    const what = toLine(`${name}: ${value}`);
    slide.notes.push({ outcome, what, became, span, ...(effect && { isHarmless: true }) });
  }
}

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
      if (names.includes('middle') || names.includes('center')) keys.layout = 'center';
      if (own.length > 0) keys.class = own.join(' ');
      return own.length > 0
        ? ['approximated', `class: ${own.join(' ')}; its stylesheet has the rules for it`]
        : ['translated', keys.layout === 'center' ? 'layout: center' : 'the layout as it is'];
    }
    case 'background-image': {
      const address = /^url\(\s*["']?([^"')]*)["']?\s*\)$/.exec(value)?.[1];
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

const KNOWN =
  'name|class|background-image|background-color|background-position|background-size|count|template|layout|exclude';
/** The lines of properties, also with blank lines between those that are known. */
const PROPERTIES = new RegExp(
  `^(?:[ \\t]*\\n)*(?:[a-z][\\w-]*:[ \\t]*[^\\n]*(?:\\n|$))+(?:(?:[ \\t]*\\n)+(?:(?:${KNOWN}):[ \\t]*[^\\n]*(?:\\n|$))+)*`,
);
const NAMES = new Set(KNOWN.split('|'));
const PLACES = new Set(['center', 'middle', 'left', 'right', 'top', 'bottom']);
