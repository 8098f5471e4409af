/** Reports whether an element may have text that a stylesheet adds. */
export type MayAddText = (element: Element) => boolean;

/** Elements that browsers themselves add text to: quotation marks. */
const OF_BROWSER = 'q';
const WORDS = /[\p{L}\p{N}]/u;
const PSEUDO = /::?(?:before|after)\b/i;
/** Without a selector before it, it belongs to any element. */
const ALONE = /(^|[\s>+~,(])::?(?:before|after)\b/gi;
const EACH = new RegExp(PSEUDO, 'gi');

/** What is known of the stylesheets of a page while they stay the same. */
interface Known {
  state: readonly (CSSStyleSheet | number)[];
  mayAdd: MayAddText;
}

let known: Known | null = null;

/** Reports whether the value of `content` has text. */
export function isText(content: string): boolean {
  if (content === 'none' || content === 'normal') return false;
  return content.startsWith('attr(') || WORDS.test(content.replace(/url\([^)]*\)/g, ''));
}

/**
 * Finds which elements a page's stylesheets may add text to. Asking a browser for the styles before and after each element
 * takes a third of the time of measuring a slide, and few elements have some. In doubt an element may.
 */
export function findAddedText(): MayAddText {
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  const state = sheets.flatMap((sheet) => [sheet, countRules(sheet)]);
  const isSame =
    known?.state.length === state.length && state.every((it, at) => it === known?.state[at]);
  if (!known || !isSame) known = { state, mayAdd: readSheets(sheets) };
  return known.mayAdd;
}

/** Counts the rules of a stylesheet; those of another origin cannot be read. */
function countRules(sheet: CSSStyleSheet): number {
  try {
    return sheet.cssRules.length;
  } catch {
    return -1;
  }
}

function readSheets(sheets: readonly CSSStyleSheet[]): MayAddText {
  try {
    const selectors = sheets.flatMap(({ cssRules }) => listSelectors(cssRules, null));
    const all = [OF_BROWSER, ...selectors].join();
    document.createDocumentFragment().querySelector(all);
    return (element) => element.matches(all);
  } catch {
    // A stylesheet cannot be read, or has a selector of a form that is not known here.
    return () => true;
  }
}

/** Lists selectors of elements that rules add text to; `parent` is the selector of the rule around them. */
function listSelectors(rules: CSSRuleList, parent: string | null): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSImportRule)
      return rule.styleSheet ? listSelectors(rule.styleSheet.cssRules, null) : [];
    if (!(rule instanceof CSSStyleRule)) return 'cssRules' in rule ? listInner(rule, parent) : [];
    const own =
      parent === null ? rule.selectorText : rule.selectorText.replaceAll('&', `:is(${parent})`);
    const isAdding = PSEUDO.test(own) && isText(rule.style.content || 'none');
    const base = isAdding ? [own.replace(ALONE, '$1*').replace(EACH, '')] : [];
    return [...base, ...listSelectors(rule.cssRules, own)];
  });
}

/** Lists those of a rule around others. The selectors of a scope mean something else, and are not tried. */
function listInner(rule: CSSRule & { cssRules?: unknown }, parent: string | null): string[] {
  if (!(rule.cssRules instanceof CSSRuleList)) return [];
  if (rule.constructor.name === 'CSSScopeRule') throw new Error('A scope is not read.');
  return listSelectors(rule.cssRules, parent);
}
