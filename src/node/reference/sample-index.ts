/** Where the documentation has a sample: a page, and the heading above it. */
export interface SamplePlace {
  page: string;
  heading: string;
}

/** A line that matters: a fence of TypeScript, or a heading outside of fences. */
const PART = /^```(\w*)[^\n]*\n([^]*?)^```|^#{1,6} +(.+)$/gm;
const ASIDE = /\/\*\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g;

/** Lists the places of samples that use a name, by that name. */
export function indexSamples(pages: Readonly<Record<string, string>>): Map<string, SamplePlace[]> {
  const index = new Map<string, SamplePlace[]>();
  for (const [page, text] of Object.entries(pages)) {
    let heading = '';
    for (const [, language, code = '', words] of text.matchAll(PART)) {
      heading = words ?? heading;
      if (language !== 'ts') continue;
      for (const name of new Set(code.replaceAll(ASIDE, '').match(/\b\w+\b/g)))
        index.set(name, [...(index.get(name) ?? []), { page, heading }]);
    }
  }
  return index;
}

/** Returns the address of a heading, as forges and the site make it. */
export function toAnchor(heading: string): string {
  const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
  return words.trim().replaceAll(/\s/g, '-');
}
