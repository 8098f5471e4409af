import { cutText, type Part } from '../../cut-slides.ts';
import { makeRemarks } from '../../comments.ts';
import { DeckSlide, type Deck } from '../../deck.ts';
import type { DialectReader } from '../../dialect.ts';
import { scanLines } from '../../scan-lines.ts';
import { takeBrackets } from './remark-brackets.ts';
import { readProperties, takeProperties, type Properties } from './remark-properties.ts';

/** Reads decks of remark, as text or in the page that shows them. */
export const remark: DialectReader = {
  name: 'remark',
  program: 'remark',
  signs: {
    text: {
      pattern:
        /^\?\?\?$|^class:\s*(?:[\w-]+,\s*)*(?:center|middle|inverse|left|right|top|bottom)\b|^\.(?:left|right)-column\[|^\.pull-(?:left|right)\[|<textarea id="source">/m,
      what: 'a mark of remark',
    },
  },
  read({ path, text }) {
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const { body, line } = findSource(text);
    const templates = new Map<string, string>();
    let layout = '';
    for (const part of cutText(body, line, ({ text: each }) => /^---[ \t]*$/.test(each))) {
      const properties = readProperties(part, path);
      const isLayout = properties.values.get('layout') === 'true';
      const title = properties.values.get('title');
      if (title !== undefined && deck.keys.title === undefined) deck.keys.title = title;
      const name = properties.values.get('name');
      if (name !== undefined) templates.set(name, properties.text);
      if (properties.values.get('layout') === 'false') layout = '';
      if (isLayout) layout = properties.text;
      else addSlide(properties, deck, { part, path, layout, templates });
    }
    return deck;
  },
};

/** Returns the text of a deck; in a page it is in an element of its own. */
function findSource(text: string): { body: string; line: number } {
  const [whole, before = '', body = ''] =
    /^([^]*?<textarea id="source"[^>]*>)([^]*?)<\/textarea>/.exec(text) ?? [];
  if (whole === undefined) return { body: text, line: 1 };
  return { body, line: before.split('\n').length };
}

interface SlidePlace {
  part: Part;
  path: string;
  layout: string;
  templates: ReadonlyMap<string, string>;
}

function addSlide(
  properties: Properties,
  deck: Deck,
  { path, layout, templates }: SlidePlace,
): void {
  const { text, line, values } = properties;
  const [own = '', notes] = splitNotes(text);
  const slide = new DeckSlide({ file: path, line, text: own });
  if (notes !== undefined) slide.speakerNotes.push(notes);
  takeProperties(properties, slide);
  const template = templates.get(values.get('template') ?? '') ?? layout;
  const [shown = ''] = splitNotes(template);
  if (shown.trim() !== '') slide.before.push(shown.replaceAll('{{content}}', '').trim());
  takePauses(slide);
  takeBrackets(slide);
  makeRemarks(slide);
  if (own.trim() !== '' || slide.before.length > 0 || Object.keys(slide.keys).length > 0)
    deck.slides.push(slide);
}

/** Splits the notes off a slide: what stands below "???" outside code. */
function splitNotes(text: string): [own: string, notes?: string] {
  const line = scanLines(text).find((each) => !each.isInside && each.text.trim() === '???');
  return line ? [text.slice(0, line.start), text.slice(line.end)] : [text];
}

/** Writes the lines that repeat a slide with more on it as pauses of one slide. */
function takePauses(slide: DeckSlide): void {
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside || !/^--[ \t]*$/.test(line.text)) continue;
    const stretch = { start: line.start, end: line.start + line.text.length };
    slide.replace(stretch, '\n<!-- pause -->\n', ['translated', '<!-- pause -->']);
  }
}
