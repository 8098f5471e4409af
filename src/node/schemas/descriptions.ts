/** What the tables of the documentation say of keys: by the heading that they are below, then by key. */
export type Descriptions = ReadonlyMap<string, ReadonlyMap<string, string>>;

const HEADING = /^#{1,6} +(.+?)\s*$/;
const ROW = /^\| (.+?) +\| (.+?) +\|$/;
const KEY = /`([^`]+)`/g;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;

/** Reads the tables of a page: each row names keys in its first cell and describes them in its second. */
export function readDescriptions(markdown: string): Descriptions {
  const found = new Map<string, Map<string, string>>();
  let heading = '';
  for (const line of markdown.split('\n')) {
    heading = HEADING.exec(line)?.[1] ?? heading;
    const [, keys = '', text] = ROW.exec(line) ?? [];
    if (text === undefined) continue;
    const own = found.get(heading) ?? new Map<string, string>();
    found.set(heading, own);
    for (const [, key = ''] of keys.matchAll(KEY)) if (!own.has(key)) own.set(key, toPlain(text));
  }
  return found;
}

/** Returns the words of a cell, without links. */
function toPlain(text: string): string {
  const words = text
    .replace(LINK, '$1')
    .replaceAll('\\|', '|')
    .replace(/,? see below/g, '')
    .trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
