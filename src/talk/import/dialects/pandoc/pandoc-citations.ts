import { decodeReferences } from '../../../html/character-references.ts';
import type { ReadContext } from '../../dialect.ts';
import type { Deck, DeckSlide } from '../../deck.ts';
import type { ForeignKey } from '../../matter.ts';
import { scanLines } from '../../scan-lines.ts';
import { resolveReference, type References } from './cross-references.ts';
import { readBlocks, writeNodes, type PandocNode } from './pandoc-json.ts';

/** A citation as it is written, and as it is read. */
export type Citations = ReadonlyMap<string, string>;

/** Has Pandoc itself resolve the citations of a deck, by the bibliographies that it names; empty without Pandoc. */
export function resolveCitations(
  text: string,
  keys: readonly ForeignKey[],
  { file, context }: { file: string; context: ReadContext },
): { citations: Citations; sources: string } {
  const none = { citations: new Map<string, string>(), sources: '' };
  const written = [...new Set(text.match(CITATION))];
  const named = keys.find(({ name }) => name === 'bibliography');
  const references = [named?.value].flat().flatMap((address) => {
    const found = typeof address === 'string' ? context.readFile(address, file) : undefined;
    const list = found && context.runPandoc?.(found.text, { from: 'bibliography' });
    return Array.isArray(list) ? (list as unknown[]) : [];
  });
  if (written.length === 0 || references.length === 0) return none;
  const head = `---\nreferences: ${JSON.stringify(references)}\n---\n\n`;
  const paragraphs = written.map((each) => `${each}\n\n`).join('');
  const blocks = readBlocks(context.runPandoc?.(head + paragraphs, { from: 'citations' }));
  const citations = new Map<string, string>();
  written.forEach((each, index) => {
    const words = toWords(blocks[index]);
    if (blocks[index]?.t === 'Para' && words !== '' && !words.includes('@'))
      citations.set(each, words);
  });
  const list = blocks.find(({ t, c }) => t === 'Div' && JSON.stringify(c).includes('"refs"'));
  const { c } = list ?? {};
  const entries = (Array.isArray(c) ? (c[1] as PandocNode[]) : []).map(toWords).filter(Boolean);
  return { citations, sources: entries.map((entry) => `- ${entry}`).join('\n') };
}

function toWords(node: PandocNode | undefined): string {
  const html = node ? writeNodes([node]) : '';
  return decodeReferences(html.replaceAll(/<\/?(?:p|span|div)[^>]*>/g, ''))
    .replaceAll(/<\/?em>/g, '*')
    .replaceAll(/<a href="([^"]*)">([^<]*)<\/a>/g, (_, address: string, words: string) =>
      words === address ? `<${address}>` : `[${words}](${address})`,
    )
    .trim();
}

/** "[@key, p. 3; @other]", "[-@key]" and "@key2024"; cross-references are no citations. */
const CITATION =
  /\[[^\]\n]*-?@(?!(?:fig|tbl|sec|eq|lst|thm)-)[A-Za-z][^\]\n]*\](?!\()|(?<![\w@.[;-])@(?!(?:fig|tbl|sec|eq|lst|thm)-)[A-Za-z][\w:-]*\d{4}\w*/g;

/** Notes citations and cross-references, which a program would resolve. */
export function noteReferences(
  slide: DeckSlide,
  { citations, references }: { citations: Citations; references: References },
): void {
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside) continue;
    for (const found of line.text
      .replaceAll(/`[^`]*`/g, (code) => ' '.repeat(code.length))
      .matchAll(REFERENCE)) {
      const start = line.start + found.index;
      const stretch = { start, end: start + found[0].length };
      const words = citations.get(found[0]) ?? resolveReference(found[0], references);
      if (words !== undefined) slide.replace(stretch, words, ['translated', words]);
      else
        slide.note(stretch, 'manual', 'A citation or a cross-reference is shown as it is written.');
    }
  }
}

/** "[@key, p. 3]", "@key2024" and "@fig-name"; other words behind the sign are names of people. */
const REFERENCE =
  /\[[^\]]*@[A-Za-z][^\]]*\](?!\()|(?<![\w@.[])@(?:(?:fig|tbl|sec|eq|lst|thm)-[\w-]+|[A-Za-z][\w:-]*\d{4}\w*)/g;

/** Puts the list of cited sources where the deck has its place, or at its end. */
export function addSources(sources: string, { slides }: Deck): void {
  const own = slides.find(({ edits }) => /^ {0,3}:{3,}[^\n]*#refs\b/m.test(edits.text));
  (own ?? slides.at(-1))?.after.push(sources);
}
