import { listNested } from '../../../../src/talk/model/nested-tokens.ts';
import type { Token } from '../../../../src/talk/model/token.ts';
import { lexMarkdown } from '../../../../src/talk/markdown/lex/lex.ts';
import { placeTokens } from '../../../../src/talk/markdown/lex/place.ts';
import { areaOfLines } from '../../../../src/talk/markdown/position.ts';
import { parseSlideFile } from '../../../../src/talk/markdown/markdown.ts';
import type { SlideFile, SlideSource } from '../../../../src/talk/model/slide-file.ts';
import type { Problem, Span } from '../../../../src/talk/model/problem.ts';

const BLOCKS = ['chart', 'figure', 'table', 'timeline'];

/** Parses text as a library file. */
export function parseLibrary(text: string): SlideFile {
  return parseSlideFile({ path: 'a.md', text }, { kind: 'library', blockNames: BLOCKS });
}

/** Parses text as a talk's file. */
export function parseTalk(text: string): SlideFile {
  return parseSlideFile({ path: 'a.md', text }, { kind: 'talk', blockNames: BLOCKS });
}

/** Parses text as a library file and takes the first slide. */
export function parseSlide(text: string): SlideSource {
  const [slide] = parseLibrary(text).slides;
  if (!slide) throw new Error('There is no slide.');
  return slide;
}

/** Lists the problems of a library file as `line:column+length code`. */
export function problemsOf(text: string): string[] {
  return parseLibrary(text).problems.map(printProblem);
}

/** Prints a problem as `line:column+length code`. */
export function printProblem({ code, span }: Problem): string {
  return `${printSpan(span ?? undefined)} ${code}`;
}

/** Prints a span as `line:column+length`. */
export function printSpan(span: Span | undefined): string {
  if (!span) return '?';
  const { line, column, length } = span;
  return `${line}:${column}+${length}`;
}

/** Lists all tokens, those inside of others too, in the order of the text. */
export function allTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...allTokens(listNested(token))]);
}

/** Lexes text as the first lines of `a.md` and places its tokens; no other pass runs. */
export function lexPlaced(text: string): Token[] {
  const tokens = lexMarkdown(text);
  placeTokens(tokens, areaOfLines('a.md', 1, text.split('\n').length));
  return tokens;
}

/** Lists the types of a slide's tokens, blank lines left out. */
export function typesOf(slide: SlideSource): string[] {
  return slide.tokens.map(({ type }) => type).filter((type) => type !== 'space');
}

/** Finds the tokens of a type anywhere on a slide. */
export function tokensOf<Type extends Token['type']>(
  slide: SlideSource,
  type: Type,
): TokenOf<Type>[] {
  return allTokens(slide.tokens).filter((token): token is TokenOf<Type> => token.type === type);
}

/** The token of a type. */
type TokenOf<Type extends Token['type'], Each = Token> = Each extends Token
  ? Type extends Each['type']
    ? Each
    : never
  : never;
