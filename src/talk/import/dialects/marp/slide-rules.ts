/** Properties by which rules place and size a slide itself, which is the program's part here. */
const PLACING =
  /^(?:display|position|inset|top|right|bottom|left|float|(?:min-|max-)?(?:width|height)|(?:margin|padding)(?:-\w+)?|overflow(?:-\w+)?|flex(?:-\w+)?|grid(?:-\w+)*|gap|row-gap|column-gap|align-(?:items|content|self)|justify-(?:content|items|self)|place-\w+|transform|zoom|z-index|aspect-ratio)$/;

/**
 * Leaves out what rules for whole slides say about their place and size, and returns the names of these properties. All
 * other rules stay.
 */
export function keepLooks(css: string): { css: string; lost: string[] } {
  const lost = new Set<string>();
  const kept = css.replaceAll(SLIDE_RULE, (whole, selector: string, body: string) => {
    const declarations = body.split(';').filter((each) => {
      const name = each.replaceAll(COMMENT, '').split(':')[0]?.trim().toLowerCase() ?? '';
      if (!PLACING.test(name)) return true;
      lost.add(name);
      return false;
    });
    return declarations.length === body.split(';').length
      ? whole
      : `${selector}{${declarations.join(';')}}`;
  });
  return { css: kept, lost: [...lost] };
}

const COMMENT = /\/\*[^]*?\*\//g;
/** A rule whose selector names nothing but slides: "section", ":root", "section.lead". */
const SLIDE_RULE =
  /((?:^|(?<=[{}\n;]))\s*(?:(?:section|:root)(?:[.:#[][^\s,{]*)?\s*,?\s*)+)\{([^{}]*)\}/g;
