import { decodeReferences } from '../../../html/character-references.ts';
import type { ReadContext } from '../../dialect.ts';
import type { ForeignKey } from '../../matter.ts';
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
