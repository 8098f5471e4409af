// Colour codes for terminals take no room.
// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001B\[[\d;]*m/g;

/** Wraps a text at `width` characters; a longer word gets a line of its own. */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

/** Wraps a line after a prefix and aligns the rest below its beginning. */
export function hangText(head: string, text: string, width: number): string[] {
  const indent = measure(head);
  const [first = '', ...rest] = wrapText(text, width - indent);
  return [head + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}

function wrapLine(line: string, width: number): string[] {
  if (measure(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && measure(longer) > width) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

function measure(text: string): number {
  return text.replace(COLOURS, '').length;
}
