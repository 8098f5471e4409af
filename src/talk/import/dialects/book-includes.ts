import { splitHead } from '../cut-slides.ts';
import { toLine, type Deck } from '../deck.ts';
import type { ReadContext } from '../dialect.ts';

/** Brings in the files that lines of mdBook name, as text or as code; one that is not there stays as text, and is noted. */
export function includeBookFiles(
  text: string,
  path: string,
  { deck, context }: { deck: Deck; context: ReadContext },
): string {
  return text.replaceAll(LINE, (written: string, kind: string, address: string, at: number) => {
    const [name = '', first, last] = address.split(':');
    const file = context.readFile(name, path);
    if (!file) {
      const line = text.slice(0, at).split('\n').length;
      const span = { file: path, line, column: 1, length: written.length };
      const became =
        'There is no such file beside the deck, so the line is shown as it is written.';
      deck.notes.push({ outcome: 'manual', what: toLine(written), became, span });
      return `\\${written}`;
    }
    const taken = takePart(splitHead(file.text).body.trimEnd(), first, last);
    return kind.startsWith('play') ? `\`\`\`rust\n${taken}\n\`\`\`` : taken;
  });
}

/** Returns the lines of a text between two numbers, or those within an anchor. */
function takePart(text: string, first = '', last = first): string {
  const lines = text.split('\n');
  if (/^[A-Za-z_]/.test(first)) {
    const start = lines.findIndex((line) => ANCHOR.exec(line)?.[1] === first);
    const end = lines.findIndex((line) => ANCHOR_END.exec(line)?.[1] === first);
    return withoutAnchors(lines.slice(start + 1, end < 0 ? undefined : end));
  }
  const from = first === '' ? 0 : Number(first) - 1;
  return withoutAnchors(lines.slice(from, last === '' ? undefined : Number(last)));
}

function withoutAnchors(lines: readonly string[]): string {
  return lines.filter((line) => !ANCHOR.test(line) && !ANCHOR_END.test(line)).join('\n');
}

const LINE = /\{\{#(include|rustdoc_include|playground|playpen)[ \t]+([^\s{}]+)[^{}\n]*\}\}/g;
const ANCHOR = /\bANCHOR:\s*([\w-]+)/;
const ANCHOR_END = /\bANCHOR_END:\s*([\w-]+)/;
