import { readTag } from '../../../html/tags.ts';
import { scanLines } from '../../scan-lines.ts';

/** Writes elements of HTML that are divisions for Pandoc as fenced ones, such as notes, columns and steps. */
export function fenceHtmlDivs(text: string): string {
  if (!/<(?:div|aside)\b/i.test(text)) return text;
  const lines = scanLines(text);
  const written = lines.map((line) => line.text);
  const open: { name: string; index: number; mark: string | null }[] = [];
  lines.forEach((line, index) => {
    if (line.isInside) return;
    const [, name = ''] = OPENING.exec(line.text) ?? [];
    if (name !== '') open.push({ name: name.toLowerCase(), index, mark: toMark(line.text) });
    const [, end = ''] = CLOSING.exec(line.text) ?? [];
    // A tag with its end in one line, or between words, leaves others as they are.
    if (end === '') return;
    const from = open.findLastIndex((each) => each.name === end.toLowerCase());
    const [opening] = from < 0 ? [] : open.splice(from);
    if (opening?.mark == null) return;
    written[opening.index] = opening.mark;
    written[index] = '::::';
  });
  return lines
    .map((line, index) => written[index] + text.slice(line.start + line.text.length, line.end))
    .join('');
}

/** Returns the line that opens the division of a tag; null for any other element, or one with more of a look. */
function toMark(line: string): string | null {
  const tag = readTag(line.trim());
  const valueOf = (name: string): string =>
    tag?.attributes.find((each) => each.name === name)?.value ?? '';
  const classes = valueOf('class').split(/\s+/).filter(Boolean);
  const isOther = tag?.attributes.some(({ name }) => !/^(?:class|style|id|width)$/.test(name));
  if (isOther !== false || !classes.some((each) => KNOWN.test(each))) return null;
  const width = valueOf('width') || /(?:^|;)\s*width:\s*([\d.]+%)/.exec(valueOf('style'))?.[1];
  const isColumn = classes.includes('column');
  const values = [
    isColumn && width ? `width="${width}"` : '',
    !isColumn && valueOf('style') ? `style="${valueOf('style').replaceAll('"', "'")}"` : '',
  ];
  return `:::: {${[...classes.map((name) => `.${name}`), ...values].filter(Boolean).join(' ')}}`;
}

const OPENING = /^[ \t]{0,3}<(div|aside)\b[^<>]*>[ \t]*$/i;
const CLOSING = /^[ \t]{0,3}<\/(div|aside)[ \t]*>[ \t]*$/i;
/** Classes of divisions that are more than a look. */
const KNOWN = /^(?:notes|columns?|incremental|nonincremental|fragment|callout-\w+|panel-tabset)$/;
