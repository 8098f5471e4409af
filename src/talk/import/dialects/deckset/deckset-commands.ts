import { parseColour } from '../../../colour/colour.ts';
import type { Deck, DeckSlide, Result } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';
import { plainText } from '../../talk-keys.ts';
import type { Stretch } from '../../text-edits.ts';

/** What the settings of a deck say about all of its slides. */
export interface DecksetSettings {
  /** Whether lists appear item by item. */
  isStepped: boolean;
}

/** Takes a setting at the top of a deck. */
export function takeHeadKey(
  name: string,
  value: string,
  { deck, settings }: { deck: Deck; settings: DecksetSettings },
): Result | undefined {
  switch (name) {
    case 'title':
      deck.keys.title = value;
      return undefined;
    case 'author':
      deck.keys.speaker = value;
      return ['translated', 'speaker'];
    case 'footer':
      if (value !== '') deck.keys.footer = value;
      return undefined;
    case 'build-lists':
      settings.isStepped = value === 'true';
      return ['translated', 'incremental: true'];
    case 'slidenumbers':
      if (value !== 'false') return ['dropped', 'Slides have a number by themselves.', 'harmless'];
      deck.keys.pagination = false;
      return ['translated', 'pagination: false'];
    case 'autoscale':
      return ['dropped', 'Text takes the size that fits its slide.', 'harmless'];
    case 'theme':
      return ['dropped', 'The look of a talk comes from its theme.', 'harmless'];
    case 'slide-dividers':
      return ['manual', 'Write "---" before the headings that begin slides.'];
    default:
      return ['dropped', 'A talk has no such setting.', 'harmless'];
  }
}

/** Returns the stretches of the commands of a slide. */
export function listCommands({ edits }: DeckSlide): Stretch[] {
  return scanLines(edits.text)
    .filter(({ isInside, text }) => !isInside && COMMAND.test(text))
    .map(({ start, text }) => ({ start, end: start + text.length }));
}

/** Takes the commands of a slide: whether its lists are steps, and the lines of its code that are marked in turn. */
export function takeCommands(
  slide: DeckSlide,
  { isStepped }: DecksetSettings,
): { isStepped: boolean; steps: string[] } {
  const found = { isStepped, steps: [] as string[] };
  let columns = 0;
  for (const line of scanLines(slide.edits.text)) {
    const [, name = '', value = ''] = line.isInside ? [] : (COMMAND.exec(line.text) ?? []);
    if (name === '') continue;
    const stretch = { start: line.start, end: line.start + line.text.length };
    if (name === 'column') {
      const mark = `${columns === 0 ? '::: columns' : ':::'}\n\n::: column`;
      columns++;
      slide.replace(stretch, `\n${mark}\n`, ['translated', '::: column']);
      continue;
    }
    slide.replace(stretch, '', takeCommand(name, value.trim(), slide, found));
  }
  if (columns > 0) slide.after.push(':::\n\n:::');
  return found;
}

function takeCommand(
  name: string,
  value: string,
  { keys }: DeckSlide,
  found: { isStepped: boolean; steps: string[] },
): Result {
  switch (name) {
    case 'build-lists':
      found.isStepped = value !== 'false';
      return ['translated', `incremental: ${found.isStepped}`];
    case 'background-color':
      if (parseColour(value) === null) return ['manual', 'It is no colour that can be read.'];
      keys.background = value;
      return ['translated', `background: ${value}`];
    case 'background-image':
      keys.background = value;
      return ['translated', `background: ${value}`];
    case 'footer': {
      const words = plainText(value.replaceAll(/!\[[^\]]*\]\([^)]*\)/g, ''));
      if (words !== '') keys.footer = words;
      return value.includes('![')
        ? ['manual', 'Name the picture with "logo" in the front matter of the talk.']
        : ['translated', 'footer'];
    }
    case 'hide-footer':
      keys.footer = 'off';
      return ['translated', 'footer: off'];
    case 'slidenumbers':
      if (value === 'false') keys.pagination = false;
      return ['translated', 'pagination'];
    case 'code-highlight':
      found.steps.push(
        /^[\d,\s-]+$/.test(value) ? value.replaceAll(' ', '') : value === 'none' ? 'none' : 'all',
      );
      return ['translated', 'a step of the code'];
    case 'autoscale':
      return ['dropped', 'Text takes the size that fits its slide.', 'harmless'];
    default:
      return ['dropped', 'The look of a talk comes from its theme.'];
  }
}

/** A command; its words may have links and pictures in them. */
const COMMAND = /^[ \t]*\[\.([a-z][a-z-]*)(?::((?:!?\[[^\]\n]*\]\([^)\n]*\)|[^\]\n])*))?\][ \t]*$/i;
