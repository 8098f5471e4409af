import { stringify, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { findCssFault } from '../../html/css-faults.ts';
import { parseItems, readTokens, splitAtCommas, type CssItem } from '../../html/css-items.ts';
import { toLine, toNote, type Deck, type Result } from '../deck.ts';
import type { ReadContext } from '../dialect.ts';
import { dropPlaces } from './sheets/slide-places.ts';
import { plainRules } from '../dialects/slidev/plain-rules.ts';
import { utilityRule, writeUtility } from '../dialects/slidev/utility-classes.ts';
import { textOf } from '../../text/value/value-text.ts';
import { plainScss } from './sheets/plain-scss.ts';
import { listVariables, takeGrounds } from './sheets/sheet-grounds.ts';

/** A stylesheet of a deck: its rules, or the address of its file. */
export interface Sheet {
  address: string;
  /** Null where the file has to be read. */
  css: string | null;
  line: number;
}

/** Takes the rules of a deck for the classes of its slides; what they say about whole pages is the part of the theme here. */
export function takeSheets(
  sheets: readonly Sheet[],
  deck: Deck,
  { file, context }: { file: string; context: ReadContext },
): void {
  const used = listNames(deck);
  const read: string[] = [];
  for (const sheet of sheets) {
    // The file of a theme beside a deck may hold rules of its author as well.
    const isOfProgram = OF_PROGRAM.test(sheet.address);
    const isTheme = isOfProgram && /(?:^|\/)themes?\/[\w-]+\.css(?:$|\?)/.test(sheet.address);
    if (isOfProgram && !isTheme) continue;
    const found = sheet.css ?? context.readFile(sheet.address.replace(/[?#].*$/, ''), file)?.text;
    const span = { file, line: sheet.line, column: 1, length: 1 };
    const note = (result: Result): void => {
      deck.notes.push(toNote(result, toLine(sheet.address), span));
    };
    if (found === undefined) {
      if (!isTheme)
        note(['dropped', 'This stylesheet is not beside the deck, so its rules are missing.']);
      continue;
    }
    const rules = sheet.address.endsWith('.scss') ? plainScss(found) : found;
    read.push(rules);
    const { css: picked, hasOthers } = pickRules(rules, used);
    const { css, lost } = dropPlaces(picked, deck);
    if (lost.size > 0) note(['dropped', `${[...lost].join(', ')}: slides have their own place.`]);
    if (css !== '') {
      deck.css.push(css);
      note(['approximated', 'its rules for classes, in the stylesheet of the talk']);
    }
    if (hasOthers && !isTheme)
      note(['dropped', 'Its rules for whole pages: these have the look of the theme.', 'harmless']);
  }
  addUtilities(used, deck);
  takeGrounds(read, deck);
  addVariables(read.join('\n'), deck);
}

/** Adds the variables that rules of a deck use, which its stylesheets set for the whole page. */
function addVariables(sheets: string, { css }: Deck): void {
  const values = listVariables(sheets);
  const kept = new Map<string, string>();
  const add = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      const value = values.get(name);
      if (value === undefined || kept.has(name)) continue;
      kept.set(name, value);
      add(value);
    }
  };
  add(css.join('\n'));
  const lines = [...kept].map(([name, value]) => `${name}: ${value};`).join(' ');
  if (lines !== '') css.unshift(`section { ${lines} }`);
}

/** Lists the stylesheets of a page. */
export function listSheets(html: string): Sheet[] {
  const sheets: Sheet[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      const line = child.sourceCodeLocation?.startLine ?? 1;
      const valueOf = (name: string): string =>
        child.attrs.find((each) => each.name === name)?.value ?? '';
      const isForPaper = valueOf('media') === 'print';
      if (child.tagName === 'style' && !isForPaper) {
        const css = child.childNodes.map((each) => ('value' in each ? each.value : '')).join('');
        sheets.push({ address: '<style>', css, line });
      } else if (child.tagName === 'link' && /\bstylesheet\b/.test(valueOf('rel')) && !isForPaper)
        sheets.push({ address: valueOf('href'), css: null, line });
      // The sections have their own rules with them.
      else if (child.tagName !== 'section') visit(child);
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return sheets.filter(({ address, css }) => address !== '' && css?.trim() !== '');
}

/** Lists stylesheets that front matter names, alone or in a list. */
export function listNamedSheets(value: unknown, line: number): Sheet[] {
  const names = (Array.isArray(value) ? value : [value]).flatMap((name) =>
    typeof name === 'string' ? name.split(',') : [],
  );
  return names
    .map((name) => name.trim())
    .filter((name) => /\.s?css(?:$|\?)/.test(name))
    .map((address) => ({ address, css: null, line }));
}

/** Lists the classes and ids that slides have. */
function listNames({ slides }: Deck): Set<string> {
  const names = new Set<string>();
  for (const { edits, keys, before, after } of slides) {
    const text = [...before, edits.apply(), ...after].join('\n');
    for (const [, double, single, bare] of text.matchAll(
      /\b(?:class|id)=(?:"([^"]*)"|'([^']*)'|([\w-]+))/g,
    ))
      for (const name of (double ?? single ?? bare ?? '').split(/\s+/)) names.add(name);
    for (const name of `${textOf(keys.class)} ${textOf(keys.id)}`.split(/\s+/)) names.add(name);
  }
  names.delete('');
  return names;
}

function pickRules(
  written: string,
  used: ReadonlySet<string>,
): { css: string; hasOthers: boolean } {
  let hasOthers = false;
  const kept: string[] = [];
  for (const item of parseItems(readTokens(written))) {
    const selectors = item.name === null ? pickSelectors(item, used) : null;
    // A rule for the whole page may hold those for classes.
    const inner = isPage(item) ? pickRules(write(item.block ?? []), used).css : '';
    if (inner !== '') kept.push(inner);
    if (selectors === null || item.block === null) hasOthers = true;
    else if (selectors.length > 0) {
      const rule = `${selectors.join(', ')} {${write(item.block)}}`;
      if (findCssFault(rule) === null) kept.push(rule);
      else hasOthers = true;
    }
  }
  return { css: plainRules(kept.join('\n')).css, hasOthers };
}

/** Returns the selectors for classes that slides have, without what names the page around them; null for those of pages alone. */
function pickSelectors({ prelude }: CssItem, used: ReadonlySet<string>): string[] | null {
  const parts = splitAtCommas(prelude).map((part) => stripPage(write(part).trim()));
  const named = parts.filter((part) => /[.#][A-Za-z_]/.test(part));
  if (named.length === 0) return null;
  return named.filter((part) =>
    [...part.matchAll(/[.#]([A-Za-z_][\w-]*)/g)].every(
      ([, name = '']) => used.has(name) && !STEP.test(name),
    ),
  );
}

/** Reports whether a rule is for the whole page, and holds other rules. */
function isPage({ name, prelude, block }: CssItem): boolean {
  const isNested = block?.some(([type]) => type === TokenType.OpenCurly) === true;
  return name === null && isNested && stripPage(write(prelude).trim()) === '';
}

function stripPage(selector: string): string {
  let rest = selector;
  for (;;) {
    const next = rest.replace(PAGE, '').replace(/^\s*[>~+]?\s*/, '');
    if (next === rest) return rest;
    rest = next;
  }
}

function write(tokens: readonly CSSToken[]): string {
  return tokens.length === 0 ? '' : stringify(...(tokens as [CSSToken, ...CSSToken[]]));
}

/** Adds the rules of well-known classes that lay out, where no stylesheet of the deck has them. */
function addUtilities(used: ReadonlySet<string>, deck: Deck): void {
  const written = deck.css.join('\n');
  const rules = [...used].flatMap((name) => {
    const css = UTILITY.test(name) && !written.includes(`.${name}`) ? utilityRule(name) : null;
    return css === null ? [] : [writeUtility(name, css)];
  });
  if (rules.length > 0) deck.css.push(rules.join('\n'));
}

/** What stands for the page, the frame of slides, or any slide in the selectors of programs. */
const PAGE =
  /^(?:html|body|section|div(?=\.(?:reveal|slides))|\.(?:reveal|slides?|present|remark-[\w-]+)|#(?:slideshow|presentation))(?=$|[\s.#:>~+[])/;
/** Files that a program or a library brings along. */
const OF_PROGRAM =
  /(?:^|\/)(?:reveal|reset|white|black|league|beige|sky|night|serif|simple|solarized|blood|moon|dracula|default|paper|pdf|print|zenburn|monokai|github|atom-one-\w+|vs\d*|foundation|katex|all|v4-shims|font-?awesome|remark|xaringan(?!-themer)[\w-]*)(?:[.-][\w.-]*)?\.css(?:$|\?)|\/(?:highlight|plugin|fonts?)\/|fonts\.googleapis|katex|mathjax|font-?awesome/i;
/** Classes by which a program shows steps. */
const STEP = /^(?:fragment|visible|current-fragment|r-\w+|stretch|notes)$/;
const UTILITY =
  /^(?:grid|flex|flex-(?:col|row|wrap|1)|grid-cols-\d+|col-span-\d+|gap-\d+|items-\w+|justify-\w+|text-(?:center|left|right))$/;
