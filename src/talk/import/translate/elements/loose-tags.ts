import { readTag, writeTag } from '../../../html/tags.ts';
import { scanLines } from '../../scan-lines.ts';

/** Writes tags as Markdown reads them where a program leaves them to the browser, which reads commas between attributes and missing blanks as well. */
export function mendTags(text: string): string {
  if (!text.includes('<')) return text;
  return scanLines(text)
    .map(({ start, end, isInside }) => {
      const line = text.slice(start, end);
      return isInside || !line.includes('<')
        ? line
        : line.replaceAll(LOOSE, (written, _, tag?: string) => mend(written, tag));
    })
    .join('');
}

function mend(written: string, tag: string | undefined): string {
  // Code in a tag is of a program that runs before the browser reads it.
  if (tag === undefined || tag.includes('`') || STRICT.test(tag)) return written;
  const read = readTag(tag);
  if (!read) return written;
  const named = read.attributes.filter(({ name }) => /[\p{L}\p{N}]/u.test(name));
  // What is no attribute by any reading stays as it is written.
  if (named.some(({ name }) => !/^[a-z_:][\w:.-]*$/.test(name))) return written;
  const attributes = named.map(({ name, value }) => ({ name, value: value.replace(/,$/, '') }));
  return writeTag(read.name, attributes);
}

/** A tag with attributes of a usual element, or code in words, which stays. */
const LOOSE =
  /(`+)[^`]*\1|(<(?:a|abbr|audio|b|big|blockquote|br|center|code|div|em|embed|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|small|source|span|strong|su[bp]|table|t[dhr]|u|ul|video)\s(?:"[^"]*"|'[^']*'|[^'"<>])*>)/gi;
/** A tag that Markdown reads. */
const STRICT =
  /^<[a-z][\w-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>$/i;
