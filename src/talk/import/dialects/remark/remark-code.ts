import { scanLines } from '../../scan-lines.ts';

/** Writes the marks of lines in code behind the fence: "#<<" at the end of a line, and "*" before it where the deck says so. */
export function writeMarkedLines(text: string, { hasStars }: { hasStars: boolean }): string {
  const lines = scanLines(text);
  const written = lines.map((line) => line.text);
  let fence = -1;
  let marked: number[] = [];
  lines.forEach((line, index) => {
    if (!line.isInside) return;
    const opens = fence < 0 && /^ {0,3}(?:`{3,}|~{3,})/.test(line.text);
    const closes = fence >= 0 && /^ {0,3}(?:`{3,}|~{3,})\s*$/.test(line.text);
    if (opens) {
      fence = index;
      marked = [];
    } else if (closes) {
      if (marked.length > 0) written[fence] = addMarks(lines[fence]?.text ?? '', marked);
      fence = -1;
    } else if (fence >= 0) {
      const plain = line.text.replace(/[ \t]*(?:#|\/\/|--|%)<<[ \t]*$/, '');
      const own = hasStars ? plain.replace(/^\*/, '') : plain;
      if (own !== line.text) marked.push(index - fence);
      written[index] = own;
    }
  });
  return lines
    .map((line, index) => `${written[index]}${text.slice(line.start + line.text.length, line.end)}`)
    .join('');
}

/** Adds the marked lines to a fence, or to the options of a cell that R Markdown runs. */
function addMarks(fence: string, marked: readonly number[]): string {
  const lines = marked.join(',');
  if (/\{[^{}]*\}\s*$/.test(fence))
    return fence.replace(/\}\s*$/, `, code-line-numbers="${lines}"}`);
  return `${/[`~]\s*\S/.test(fence.trim().slice(2)) ? fence.trimEnd() : `${fence.trimEnd()}text`} {${lines}}`;
}
