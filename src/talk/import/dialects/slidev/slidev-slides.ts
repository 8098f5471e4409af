import { scanLines } from '../../scan-lines.ts';

/** The text of one slide of Slidev, and its front matter. */
export interface SlidevPart {
  /** The YAML lines; empty for none. */
  matter: string;
  /** Number of the line of the first key. */
  matterLine: number;
  text: string;
  /** Number of the first line of the text. */
  line: number;
}

/**
 * Cuts a file of Slidev into slides. A line of dashes begins a slide; when the next line is not blank, what follows up
 * to the next line of dashes is its front matter. A fence of YAML at the top of a slide is front matter as well.
 */
export function cutSlidev(text: string): SlidevPart[] {
  const lines = scanLines(text);
  const parts: SlidevPart[] = [];
  let start = 0;
  let matter: [first: number, end: number] | null = null;
  const add = (end: number): void => {
    const body = lines.slice(start, end);
    const own = matter ? lines.slice(...matter) : [];
    const part: SlidevPart = {
      matter: own.map((line) => `${line.text}\n`).join(''),
      matterLine: (matter?.[0] ?? 0) + 1,
      text: body.map((line) => text.slice(line.start, line.end)).join(''),
      line: start + 1,
    };
    parts.push(own.length === 0 ? takeYamlFence(part) : part);
    matter = null;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.isInside || !/^---+\s*$/.test(line.text)) continue;
    if (at > 0 || parts.length > 0) add(at);
    start = at + 1;
    if (line.text.trim() !== '---' || (lines[at + 1]?.text.trim() ?? '') === '') continue;
    const closing = lines.findIndex((each, index) => index > at && /^---\s*$/.test(each.text));
    const end = closing < 0 ? lines.length : closing;
    matter = [at + 1, end];
    at = end;
    start = end + 1;
  }
  add(lines.length);
  return parts;
}

/** Takes front matter that is written as a fence of YAML at the top of a slide. */
function takeYamlFence(part: SlidevPart): SlidevPart {
  const [whole, blanks = '', yaml = ''] = YAML_FENCE.exec(part.text) ?? [];
  if (whole === undefined) return part;
  const countLines = (text: string): number => text.split('\n').length - 1;
  return {
    matter: yaml,
    matterLine: part.line + countLines(blanks) + 1,
    text: part.text.slice(whole.length),
    line: part.line + countLines(whole),
  };
}

const YAML_FENCE = /^((?:[ \t]*\n)*)```ya?ml\s*\n([^]*?)```[ \t]*(?:\n|$)/;
