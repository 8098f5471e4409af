import type { SourceText } from '../../../source/source.ts';
import { makeRemarks } from '../../comments.ts';

import { DeckSlide, type Deck } from '../../deck.ts';
import type { DialectReader, ReadContext } from '../../dialect.ts';
import { makeListSteps } from '../../list-steps.ts';
import { takeMatter } from '../../matter.ts';
import { splitMetadata, takeTitleLines } from './pandoc-metadata.ts';
import { takeKeys } from '../../talk-keys.ts';
import { keepPairedMorphs } from '../../translate/morphs.ts';
import { takeIconFonts } from '../../translate/icon-fonts.ts';
import { mendTags } from '../../translate/elements/loose-tags.ts';
import { indentFences } from '../../translate/fences.ts';
import { rewriteUnderlines } from '../../underlined-headings.ts';
import { listStyleCells, NO_CELLS, readCells, type Cells } from '../cells/code-cells.ts';
import { takeInlineCode } from '../cells/inline-code.ts';
import { takeFences } from '../cells/take-cells.ts';
import { textOf } from '../../../text/value/value-text.ts';
import { takeLatex } from './latex/latex.ts';
import { takeBlocks, takeQuotedLists } from './pandoc-blocks.ts';
import { openMarkdown } from './open-markdown.ts';
import {
  addSources,
  noteReferences,
  resolveCitations,
  type Citations,
} from './pandoc-citations.ts';
import { fenceHtmlDivs } from './html-divs.ts';
import { numberExamples, numberReferences, type References } from './cross-references.ts';
import { takeDivs } from './pandoc-divs.ts';
import { takeHeadings } from './pandoc-headings.ts';
import { takeInline } from './pandoc-inline.ts';
import {
  isEchoed,
  isIncremental,
  listSettings,
  PANDOC_KEYS,
  readAttached,
  readProjectKeys,
  readSlideLevel,
  takeFoot,
  takeTitleLook,
} from './pandoc-keys.ts';
import { takeSheets } from '../../translate/deck-sheets.ts';
import {
  cutPandoc,
  findSlideLevel,
  hideComments,
  readBuiltLevel,
  type PandocPart,
} from './pandoc-slides.ts';
import { plainLists } from './text/fancy-lists.ts';
import { toUsualSize } from './text/slide-size.ts';
import { takeTables } from './pandoc-tables.ts';
import { takeShortcodes } from './shortcodes.ts';

/** Reads decks that Pandoc makes of Markdown, for beamer and for pages. */
export const pandoc: DialectReader = {
  name: 'pandoc',
  program: 'Pandoc',
  signs: {
    sure: { pattern: /^% \S[^\n]*\n(?:% |[ \t]*\n)/, what: 'a title of Pandoc at its top' },
    builds:
      /\bpandoc\b[^\n]*(?:\\\n[^\n]*)*?(?:-t|-w|--to|--write)[= ]*(?:beamer|revealjs|slidy|slideous|dzslides|s5|pptx)\b/,
    keys: /^(?:slide-level|aspectratio|institute|header-includes|colortheme|fonttheme|navigation|section-titles|beamer.*)$/,
    text: {
      pattern:
        /^:{3,}[ \t]*(?:\{|notes\b|columns\b|incremental\b|nonincremental\b)|^\. \. \.$|^% \S|\{\.(?:allowframebreaks|fragile|incremental|unnumbered)\b|^\\(?:pause|begin\{columns\})/m,
      what: 'a mark of Pandoc',
    },
  },
  read: (source, context) => read(source, context, 'Pandoc'),
};

/** Reads decks of Quarto and R Markdown. */
export const quarto: DialectReader = {
  name: 'quarto',
  program: 'Quarto',
  signs: {
    name: /\.(?:qmd|rmd)$/i,
    keys: /^(?:format|revealjs|execute|knitr)$/,
    text: {
      pattern: /^```\{(?:r|python|julia|ojs)\b|^#\| |\{\{< /m,
      what: 'a cell or a shortcode of Quarto',
    },
  },
  read: (source, context) => read(source, context, 'Quarto'),
};

function read({ path, text }: SourceText, context: ReadContext, program: string): Deck {
  const titled = takeTitleLines(text);
  const { head, headLine, body, bodyLine } = splitMetadata(titled.text, path);
  const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
  const keys = takeMatter(head, { file: path, line: headLine }, deck.notes);
  takeKeys(
    [...titled.keys.map((key) => ({ ...key, span: { ...key.span, file: path } })), ...keys],
    PANDOC_KEYS,
    { deck, program },
  );
  if (deck.keys.title !== undefined) {
    const cover = new DeckSlide({ file: path, line: 1, text: '' });
    cover.keys.layout = 'cover';
    takeTitleLook(keys, cover);
    deck.slides.push(cover);
  }
  const shortened = takeShortcodes(
    fenceHtmlDivs(mendTags(indentFences(hideComments(toUsualSize(body, listSettings(keys)))))),
    {
      file: path,
      line: bodyLine,
      context,
      deck,
    },
  );
  const listed = plainLists(rewriteUnderlines(shortened), { file: path, line: bodyLine });
  deck.notes.push(...listed.notes);
  const whole = numberExamples(listed.text);
  takeFoot(keys, deck);
  const level =
    readSlideLevel(keys) ??
    (program === 'Quarto' ? 2 : (readBuiltLevel(path, context) ?? findSlideLevel(whole)));
  const cited = resolveCitations(whole, keys, { file: path, context });
  const all = [...readProjectKeys(path, context), ...keys];
  const options = {
    path,
    level,
    references: numberReferences(whole, textOf(deck.keys.language)),
    context,
    citations: cited.citations,
    isIncremental: isIncremental(all),
    cells: readCells(whole, { path, line: bodyLine, isShown: isEchoed(all, body), context }),
    isRun: program === 'Quarto',
  };
  for (const part of cutPandoc(whole, bodyLine, level)) addSlide(part, deck, options);
  if (cited.sources !== '') addSources(cited.sources, deck);
  keepPairedMorphs(deck.slides);
  const place = { file: path, context };
  takeSheets([...readAttached(keys, deck, place), ...listStyleCells(whole, bodyLine)], deck, place);
  return deck;
}

interface SlideOptions {
  path: string;
  level: number;
  isIncremental: boolean;
  cells: Cells;
  isRun: boolean;
  context: ReadContext;
  citations: Citations;
  references: References;
}

function addSlide(part: PandocPart, deck: Deck, options: SlideOptions): void {
  const { path, level, isIncremental: isStepped, cells, isRun, context } = options;
  const slide = new DeckSlide({ file: path, line: part.line, text: part.text });
  const own = part.text.slice(part.text.indexOf('\n') + 1);
  const isSection = part.level > 0 && part.level < level && isShort(own);
  if (isSection) slide.keys.layout = 'section';
  takeQuotedLists(slide);
  openMarkdown(slide);
  takeHeadings(slide);
  takeDivs(slide, options.references);
  takeFences(slide, cells, (inner) => takeRun(inner, options));
  const tables = takeTables(slide, context);
  takeBlocks(slide, tables, options.references);
  if (isRun) takeInlineCode(slide, cells.run);
  takeInline(slide, options.references);
  takeIconFonts(slide);
  takeLatex(slide, tables);
  noteReferences(slide, options);
  makeRemarks(slide);
  const lists = slide.tokens.filter((token) => token.type === 'list');
  if (isStepped && lists.length > 0 && !part.text.includes('nonincremental'))
    makeListSteps(lists, slide);
  const isEmpty =
    part.level === 0 && slide.edits.apply().trim() === '' && slide.speakerNotes.length === 0;
  if (isEmpty) deck.notes.push(...slide.notes);
  else deck.slides.push(slide);
}

/** Translates what the last run has in the place of a cell, in which no cells are left. */
function takeRun(slide: DeckSlide, { context, references }: SlideOptions): void {
  takeDivs(slide, references);
  takeFences(slide, NO_CELLS, () => undefined);
  takeBlocks(slide, takeTables(slide, context), references);
  takeInline(slide, references);
  takeIconFonts(slide);
}

/** Reports whether a slide has little more than its title, as the slide that begins a section. */
function isShort(text: string): boolean {
  const words = text
    .replaceAll(/<!--[^]*?-->|^:{3,}[ \t]*(?:\{[^}]*\.?notes[^}]*\}|notes)[^]*?^:{3,}[ \t]*$/gm, '')
    .trim();
  return words.length < 200 && !/^(?:[-*+>|]|\d+[.)]|`{3}|~{3}|:{3}|!\[)[ \t]?/m.test(words);
}
