import type { Token } from 'marked';
import { emptySlide, unclosedFrontMatter } from '../model/catalogue.ts';
import type { SlideFile, TalkSpec } from '../model/file.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { SourceText } from '../model/source.ts';
import { parseFrontMatter, type FrontMatter } from './frontmatter.ts';
import { TALK_KEYS } from './keys.ts';
import { lexMarkdown } from './lexer.ts';
import { readHead, type Matter } from './matter.ts';
import { placeTokens } from './place.ts';
import { areaOfLines } from './position.ts';
import { isEmpty, toSlide, type Section } from './slide.ts';

/** How a slide file is to be read. */
export interface ParseOptions {
  /** Whether front matter at its top is a talk's or its first slide's. */
  kind: 'talk' | 'library';
  /** Fences called like this are data blocks. */
  blockNames: readonly string[];
}

/** Parses a slide file; whatever is wrong with it becomes a problem, and nothing of it is lost. */
export function parseSlideFile(
  { path, text }: SourceText,
  { kind, blockNames }: ParseOptions,
): SlideFile {
  const source = text.replace(BYTE_ORDER_MARK, '').replaceAll(LINE_END, '\n');
  const head = kind === 'talk' ? readHead(source) : null;
  const body = source.slice(head?.raw.length ?? 0);
  const firstLine = countLines(head?.raw ?? '');
  const tokens: Token[] = lexMarkdown(body);
  placeTokens(tokens, areaOfLines(path, firstLine, countLines(body)));
  const matter = readTalk(head, path);
  const problems: Problem[] = [...matter.problems];
  const slides = dropEmptyEnds(cutSections(tokens)).map((section) => {
    if (isEmpty(section) && section.cut) problems.push(emptySlide(section.cut.span));
    return toSlide(section, blockNames, problems);
  });
  const spec = kind === 'talk' ? matter.spec : null;
  return { path, text, head: spec, headSpans: matter.spans, slides, problems };
}

function readTalk(head: Matter | null, file: string): FrontMatter<TalkSpec> {
  if (!head) return { spec: {}, spans: {}, problems: [] };
  const line = countLines(head.raw.slice(0, head.raw.indexOf(head.text)));
  const matter = parseFrontMatter(head.text, TALK_KEYS, 'talk', { file, line });
  const first: Span = { file, line, column: 1, length: head.text.indexOf('\n') };
  if (head.unclosed) matter.problems.push(unclosedFrontMatter(first));
  return matter;
}

function cutSections(tokens: Token[]): Section[] {
  const sections: Section[] = [{ cut: null, tokens: [] }];
  for (const token of tokens) {
    if (token.type === 'cut') sections.push({ cut: token as Section['cut'], tokens: [] });
    else sections.at(-1)?.tokens.push(token);
  }
  return sections;
}

function dropEmptyEnds(sections: Section[]): Section[] {
  const first = sections.findIndex((section) => !isEmpty(section));
  const last = sections.findLastIndex((section) => !isEmpty(section));
  return first < 0 ? [] : sections.slice(first, last + 1);
}

function countLines(text: string): number {
  return text.split('\n').length;
}

const BYTE_ORDER_MARK = /^\uFEFF/;
const LINE_END = /\r\n?/g;
