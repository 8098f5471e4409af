import type { AttributesToken, Token } from '../../model/token.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { checkElement, nameOf, type SlideStyles } from './slide-styles.ts';

/** What comments and rules hide among tokens. */
export interface HiddenTargets {
  /** The hidden tokens, each with the name and place of what hides it. */
  targets: ReadonlyMap<Token, HiddenTarget>;
  /** The place of a comment that hides the parent of the tokens; null for none. */
  comment: Span | null;
}

/** What hides a token: a comment, or a rule for elements of its name. */
export interface HiddenTarget {
  name: string;
  span: Span;
}

/** What is known of the element around tokens. */
export interface Around {
  /** Its name; empty where it is not known. */
  parent: string;
  styles: SlideStyles;
  problems: Problem[];
}

const GAPS = new Set(['space', 'attributes']);
const TEXT = new Set(['text', 'escape', 'br', 'html']);
const COMMENTS = new Set(['attributes', 'pause', 'space']);

/** Finds what `.element` comments and rules hide: a token or, where a comment follows text, the parent. */
export function listHiddenTargets(tokens: readonly Token[], around: Around): HiddenTargets {
  const { own, of } = sortComments(tokens);
  const targets = new Map<Token, HiddenTarget>();
  for (const token of tokens) {
    const comments = of.get(token) ?? [];
    if (!mayBeHidden(token, comments, around)) continue;
    const span = findHiding(nameOf(token), { comments, span: token.span }, around);
    const name = comments.length > 0 ? '.element' : nameOf(token);
    if (span) targets.set(token, { name, span });
  }
  const [first] = own;
  const comment = first && findHiding(around.parent, { comments: own, span: first.span }, around);
  return { targets, comment: comment ?? null };
}

/** Sorts comments by what they belong to. */
function sortComments(tokens: readonly Token[]) {
  const own: AttributesToken[] = [];
  const of = new Map<Token, AttributesToken[]>();
  let last: Token | null = null;
  for (const token of tokens) {
    if (token.type === 'attributes') {
      if (!last || isInline(last)) own.push(token);
      else of.set(last, [...(of.get(last) ?? []), token]);
    }
    // A picture keeps its comment across a space.
    const isBlank = last?.type === 'image' && token.raw.trim() === '';
    if (!GAPS.has(token.type) && !isBlank) last = token;
  }
  return { own, of };
}

/** Reports whether a token is text of its parent, and not an element of its own. */
function isInline(token: Token): boolean {
  return TEXT.has(token.type) && !(token.type === 'html' && token.block);
}

/** Checks whether a token is worth a look: most slides have no rules, and most tokens no comments. */
function mayBeHidden(
  token: Token,
  comments: readonly AttributesToken[],
  { styles }: Around,
): boolean {
  if (comments.length > 0) return true;
  if (styles.rules.all.length === 0 || nameOf(token) === '') return false;
  return token.type !== 'paragraph' || !token.tokens?.every(({ type }) => COMMENTS.has(type));
}

interface Target {
  comments: readonly AttributesToken[];
  /** The place of the element itself. */
  span: Span;
}

function findHiding(name: string, { comments, span }: Target, around: Around): Span | null {
  const written = new Map(comments.flatMap(({ attributes }) => Object.entries(attributes)));
  const attributes = [...written].map(([each, value]) => ({ name: each, value }));
  const place = comments.at(-1)?.span ?? span;
  const element = { name, attributes, inDrawing: false };
  const { styles, problems } = around;
  return checkElement(element, styles, { problems, span: place }) ? place : null;
}
