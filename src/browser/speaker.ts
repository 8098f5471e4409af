import style from './styles/speaker.css?inline';

/** What the speaker's window takes over from the page. */
const VARIABLES = [
  '--paper',
  '--paper-raised',
  '--ink',
  '--ink-muted',
  '--ink-faint',
  '--rule',
  '--rule-strong',
  '--accent-ink',
  '--positive',
  '--negative',
  '--font-text',
];

/** Gives the speaker's window the faces and colours of its talk, also when these change. */
export function dressSpeaker(speaker: Document, page: Document): void {
  const element = speaker.createElement('style');
  element.textContent = [...listFaces(page), style].join('\n');
  speaker.head.append(element);
  speaker.title = `Speaker: ${page.title}`;
  const paint = (): void => paintSpeaker(speaker, page);
  paint();
  new MutationObserver(paint).observe(page.documentElement, { attributeFilter: ['data-mode'] });
}

function paintSpeaker(speaker: Document, page: Document): void {
  const computed = getComputedStyle(page.documentElement);
  const root = speaker.documentElement;
  for (const name of VARIABLES) root.style.setProperty(name, computed.getPropertyValue(name));
  root.style.colorScheme = computed.colorScheme;
}

/** Copies the rules of faces, with addresses that hold in a window that has none of its own. */
function listFaces(page: Document): string[] {
  return [...page.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? page.baseURI;
    return findFaces(readRules(sheet)).map(({ cssText }) =>
      cssText.replace(/url\("?([^")]+)"?\)/g, (_, url: string) => `url("${new URL(url, base)}")`),
    );
  });
}

/** A stylesheet from elsewhere does not let itself be read. */
function readRules(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

function findFaces(rules: readonly CSSRule[]): CSSRule[] {
  return rules.flatMap((rule) => {
    if (rule instanceof CSSImportRule)
      return rule.styleSheet ? findFaces(readRules(rule.styleSheet)) : [];
    return rule instanceof CSSFontFaceRule ? [rule] : [];
  });
}
