import { scanLines } from '../scan-lines.ts';

/** Indents the code in a list that is written further left than its fence, as Pandoc lets it be; lines keep their numbers. */
export function indentFences(text: string): string {
  const lines = scanLines(text);
  const written = lines.map((line) => line.text);
  for (let at = 0; at < lines.length; at++) {
    const indent = /^ +(?=`{3,}|~{3,})/.exec(lines[at]?.text ?? '')?.[0];
    if (!lines[at]?.isInside) continue;
    const length = lines.slice(at).findIndex(({ isInside }) => !isInside);
    const end = length < 0 ? lines.length : at + length;
    const inside = written.slice(at + 1, end);
    const isLeft = inside.some((line) => line.trim() !== '' && !line.startsWith(indent ?? ''));
    if (indent !== undefined && isLeft)
      inside.forEach((line, index) => (written[at + 1 + index] = indent + line));
    at = end;
  }
  return written.join('\n') + (text.endsWith('\n') ? '\n' : '');
}
