import { cutText, splitHead } from '../../cut-slides.ts';
import { makeRemarks } from '../../comments.ts';
import { DeckSlide, toNote, type Deck, type Result } from '../../deck.ts';
import type { DialectReader } from '../../dialect.ts';
import { listSheets, takeSheets } from '../../translate/deck-sheets.ts';
import { frameEnvironments, plainFormulas } from '../../translate/escaped-formulas.ts';
import { takeIconFonts } from '../../translate/icon-fonts.ts';
import { takeContainers } from '../../translate/foreign-containers.ts';
import { mendTags } from '../../translate/elements/loose-tags.ts';
import { endVoidElements, spaceHeadings } from '../../translate/loose-markdown.ts';
import { readForeignMatter, takeMatter, type ForeignKey } from '../../matter.ts';
import { scanLines } from '../../scan-lines.ts';
import { takeKeys } from '../../talk-keys.ts';
import { listStyleCells, NO_CELLS, readCells, type Cells } from '../cells/code-cells.ts';
import { takeInlineCode } from '../cells/inline-code.ts';
import { takeFences } from '../cells/take-cells.ts';
import { isEchoed, PANDOC_KEYS, readAttached } from '../pandoc/pandoc-keys.ts';
import { OWN_RULES, takeBrackets } from './remark-brackets.ts';
import { fenceNamedCode, writeMarkedLines } from './remark-code.ts';
import { listXaringanSheets } from './xaringan-themes.ts';
import { findAround, findOther, findSource, readScripts } from './remark-page.ts';
import { takePictures } from './remark-pictures.ts';
import {
  PLACE_RULES,
  readProperties,
  takeProperties,
  type Properties,
} from './remark-properties.ts';
import { textOf } from '../../../text/value/value-text.ts';
import {
  fillIn,
  inheritValues,
  splitNotes,
  listUnused,
  takeTemplate,
  toTemplate,
  type Template,
} from './remark-templates.ts';

/** Reads decks of remark, as text or in the page that shows them. */
export const remark: DialectReader = {
  name: 'remark',
  program: 'remark',
  signs: {
    head: { pattern: /^\s*xaringan::/m, what: '"xaringan" in its front matter' },
    sure: {
      pattern:
        /(?:^---[ \t]*\n+|(?<![^]))(?:(?:class|name|layout|template|count|background-(?:image|color|size|position)):[ \t][^\n]*\n)+(?!---|[\w-]+:|\n*---)/m,
      what: 'properties of remark at the top of a slide',
    },
    text: {
      pattern:
        /^\?\?\?$|^class:\s*(?:[\w-]+,\s*)*(?:center|middle|inverse|left|right|top|bottom)\b|^\.(?:left|right)-column\[|^\.pull-(?:left|right)\[|<textarea id="source"|\bremark\.create\(/m,
      what: 'a mark of remark',
    },
  },
  read(page, context) {
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const { path, text } = findOther(page, context) ?? page;
    const source = findSource(text);
    const around = page.text.includes('<textarea') ? page : (findAround(page, context) ?? page);
    const { body, line, keys } = takeHead(source, path, deck);
    const hasStars = [text, around.text, ...readScripts(around, context)].some((each) =>
      /\bhighlightLines['"]?\s*:\s*['"]?true\b/.test(each),
    );
    // R Markdown protects its formulas from Markdown.
    const isRun = keys.length > 0 || /\.rmd$/i.test(path);
    const isProtected = /\.rmd$/i.test(path);
    const tagged = mendTags(frameEnvironments(isProtected ? body : plainFormulas(body)));
    const loose = endVoidElements(spaceHeadings(tagged));
    const marked = dropHiddenCells(writeMarkedLines(fenceNamedCode(loose), { hasStars }));
    const cells = readCells(loose, { path, line, isShown: isEchoed([], body), context });
    const templates = new Map<string, Template>();
    const layouts: Template[] = [];
    let layout: Template | null = null;
    for (const part of cutText(marked, line, ({ text: each }) => /^---[ \t]*$/.test(each))) {
      const properties = readProperties(part, path);
      const isLayout = properties.values.get('layout') === 'true';
      const title = properties.values.get('title');
      if (title !== undefined && deck.keys.title === undefined) deck.keys.title = title;
      const name = properties.values.get('name');
      if (name !== undefined) templates.set(name, toTemplate(properties));
      if (properties.values.get('layout') === 'false') layout = null;
      if (isLayout) layouts.push((layout = toTemplate(properties)));
      else addSlide(properties, deck, { path, layout, templates, cells, isRun });
    }
    deck.notes.push(...layouts.flatMap((each) => listUnused(each, path)));
    const written = deck.slides.map(({ edits }) => edits.apply()).join('\n');
    for (const [name, rule] of Object.entries(OWN_RULES))
      if (new RegExp(`<(?:span|div) class="[^"]*\\b${name}\\b`).test(written))
        deck.css.push(`:is(span, div).${name} { ${rule}; }`);
    if (deck.slides.some(({ keys: { class: names } }) => textOf(names).includes('deck-')))
      deck.css.push(PLACE_RULES);
    const place = { file: path, context };
    const sheets = /<textarea|<html\b/i.test(around.text) ? listSheets(around.text) : [];
    const own = [...readAttached(keys, deck, place), ...listStyleCells(loose, line)];
    takeSheets([...listXaringanSheets(keys, deck), ...sheets, ...own], deck, place);
    return deck;
  },
};

/** Makes blank lines of the cells that R runs without a trace, below which the properties of a slide may stand. */
function dropHiddenCells(text: string): string {
  return text.replaceAll(HIDDEN_CELL, (cell) => cell.replaceAll(/[^\n]/g, ''));
}

const HIDDEN_CELL = /^```\{r[^}\n]*\binclude\s*=\s*(?:FALSE|F)\b[^}\n]*\}\n[^]*?^```[ \t]*$/gm;

/** Takes the front matter that R Markdown has above slides of remark, and the cover that it makes. */
function takeHead(
  source: { body: string; line: number },
  path: string,
  deck: Deck,
): { body: string; line: number; keys: ForeignKey[] } {
  const { head, body, bodyLine } = splitHead(source.body);
  const place = { file: path, line: source.line + 1 };
  if (readForeignMatter(head, place).keys.length === 0 && !/^\s*xaringan::/m.test(head))
    return { ...source, keys: [] };
  const keys = takeMatter(head, place, deck.notes);
  takeKeys(keys, PANDOC_KEYS, { deck, program: 'R Markdown' });
  if (deck.keys.title !== undefined && !/\bseal\s*:\s*false\b/.test(head)) {
    const cover = new DeckSlide({ file: path, line: 1, text: '' });
    cover.keys.layout = 'cover';
    deck.slides.push(cover);
  }
  return { body, line: source.line + bodyLine - 1, keys };
}

interface SlidePlace {
  path: string;
  layout: Template | null;
  templates: ReadonlyMap<string, Template>;
  cells: Cells;
  /** Whether R runs code in words. */
  isRun: boolean;
}

const NO_TEMPLATE: Result = ['dropped', 'No slide above it has this name.'];

function addSlide(properties: Properties, deck: Deck, place: SlidePlace): void {
  const { path, layout, templates } = place;
  const { text, line, values, spans } = properties;
  const name = values.get('template') ?? '';
  const template = templates.get(name) ?? layout;
  const all = inheritValues(template?.properties.values, values);
  const [own = '', notes] = splitNotes(fillIn(text, new Map([['content', ''], ...all])));
  const slide = new DeckSlide({ file: path, line, text: own });
  if (notes !== undefined) slide.speakerNotes.push(notes);
  if (template)
    takeTemplate(template, slide, { values: all, takeBody: (above) => takeBody(above, place) });
  const span = spans.get('template');
  if (span && !templates.has(name)) deck.notes.push(toNote(NO_TEMPLATE, `template: ${name}`, span));
  takeProperties(properties, slide, {
    naming: `${text}${template?.properties.text ?? ''}`,
  });
  takeBody(slide, place);
  if (own.trim() !== '' || slide.before.length > 0 || Object.keys(slide.keys).length > 0)
    deck.slides.push(slide);
}

function takeBody(slide: DeckSlide, place: Pick<SlidePlace, 'cells' | 'isRun'>): void {
  const { cells, isRun } = place;
  takeFences(slide, cells, (inner) => takeBody(inner, { isRun, cells: NO_CELLS }));
  if (isRun) takeInlineCode(slide, cells.run);
  takePauses(slide, takeBrackets(slide));
  takeContainers(slide);
  takePictures(slide);
  takeIconFonts(slide);
  makeRemarks(slide);
}

/** Writes the lines that repeat a slide with more on it as pauses of one slide. */
function takePauses(slide: DeckSlide, taken: ReadonlySet<number>): void {
  const lines = scanLines(slide.edits.text);
  for (const [index, line] of lines.entries()) {
    if (line.isInside || taken.has(line.start) || !/^--[ \t]*$/.test(line.text)) continue;
    const stretch = { start: line.start, end: line.start + line.text.length };
    // What goes on with an item of a list stays in it.
    const next = lines.slice(index + 1).find(({ text }) => text.trim() !== '')?.text ?? '';
    const blanks = /^(?: {2,}|\t)(?=\S)|^ {2,}/.exec(next)?.[0] ?? '';
    slide.replace(stretch, `\n${blanks}<!-- pause -->\n`, ['translated', '<!-- pause -->']);
  }
}
