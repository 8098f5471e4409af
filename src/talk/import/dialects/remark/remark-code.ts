import { scanLines } from '../../scan-lines.ts';

/** Writes the marks of lines in code behind the fence: "#<<" at the end of a line, and "*" before it where the deck says so. */
export function writeMarkedLines(text: string, { hasStars }: { hasStars: boolean }): string {
  const lines = scanLines(text);
  const written = lines.map((line) => line.text);
  let fence = -1;
  let sign = '';
  let marked: number[] = [];
  lines.forEach((line, index) => {
    if (!line.isInside) return;
    const [, own = ''] = /^[ \t]*(`{3,}|~{3,})/.exec(line.text) ?? [];
    const opens = fence < 0 && own !== '';
    // A fence of more signs holds those of fewer.
    const closes = fence >= 0 && own.startsWith(sign) && line.text.trim() === own;
    if (opens) {
      fence = index;
      sign = own;
      marked = [];
    } else if (closes) {
      if (marked.length > 0) written[fence] = addMarks(lines[fence]?.text ?? '', marked);
      fence = -1;
    } else if (fence >= 0) {
      const plain = line.text.replace(/[ \t]*(?:#|\/\/|--|%)<<[ \t]*$/, '');
      const shown = hasStars ? plain.replace(/^\*/, '') : plain;
      if (shown !== line.text) marked.push(index - fence);
      written[index] = shown;
    }
  });
  return lines
    .map((line, index) => `${written[index]}${text.slice(line.start + line.text.length, line.end)}`)
    .join('');
}

/** Writes indented code whose first line names its language, by default such as ".js", as a fence; lines keep their numbers. */
export function fenceNamedCode(text: string, name = NAMED): string {
  const lines = scanLines(text);
  const written = lines.map((line) => line.text);
  lines.forEach((line, index) => {
    const [, language] = line.isInside ? [] : (name.exec(line.text) ?? []);
    if (language === undefined || written[index - 1]?.trim()) return;
    written[index] = `\`\`\`${language}`;
    let at = index + 1;
    for (; at < lines.length && /^(?: {4}|\t|[ \t]*$)/.test(written[at] ?? ''); at++)
      written[at] = (written[at] ?? '').replace(/^(?: {4}|\t)/, '');
    while (at > index + 1 && written[at - 1]?.trim() === '') at--;
    if (at < lines.length) written[at] = `\`\`\`${written[at] ? `\n${written[at]}` : ''}`;
    else written[at - 1] += '\n```';
  });
  return lines
    .map((line, index) => `${written[index]}${text.slice(line.start + line.text.length, line.end)}`)
    .join('');
}

const NAMED = /^(?: {4}|\t)\.([a-z][\w+-]*)[ \t]*$/;

/** Adds the marked lines to a fence, or to the options of a cell that R Markdown runs. */
function addMarks(fence: string, marked: readonly number[]): string {
  const lines = marked.join(',');
  if (/\{[^{}]*\}\s*$/.test(fence))
    return fence.replace(/\}\s*$/, `, code-line-numbers="${lines}"}`);
  return `${/[`~]\s*\S/.test(fence.trim().slice(2)) ? fence.trimEnd() : `${fence.trimEnd()}text`} {${lines}}`;
}
