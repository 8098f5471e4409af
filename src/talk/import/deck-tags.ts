import { scanHtml, type TagPiece } from '../html/tags.ts';
import type { HtmlToken } from '../model/token.ts';
import type { DeckSlide } from './deck.ts';
import type { Stretch } from './text-edits.ts';
import { walkTokens } from './walk.ts';

/** A tag of raw HTML in a slide, with the tag that closes its element. */
export interface DeckTag extends Stretch {
  /** The name as written, in the case of its letters. */
  name: string;
  kind: TagPiece['kind'];
  attributes: TagPiece['attributes'];
  /** Whether its element has no end tag, or ends with "/>". */
  isAlone: boolean;
  /** Whether it is a block of its own; otherwise it is in running text. */
  isBlock: boolean;
  /** The tag that closes an element, or that opens it; null where there is none. */
  partner: DeckTag | null;
}

/** Lists the tags of a slide in order, outside code. */
export function listTags(slide: DeckSlide): DeckTag[] {
  const tags: DeckTag[] = [];
  walkTokens(slide.tokens, (token) => {
    if (token.type === 'html' && !token.pieces?.length) addTags(tags, token, slide);
    return false;
  });
  pairTags(tags);
  return tags;
}

function addTags(tags: DeckTag[], token: HtmlToken, slide: DeckSlide): void {
  const text = slide.edits.text;
  const { start } = slide.stretch(token);
  const lead = token.raw.length - token.raw.trimStart().length;
  const from = text.startsWith(token.raw, start) ? start : start - lead;
  for (const piece of scanHtml(token.raw)) {
    if (piece.kind !== 'open' && piece.kind !== 'close') continue;
    const written = token.raw.slice(piece.offset, piece.end);
    const { kind, attributes } = piece;
    const name = /^<\/?([^\s/>]+)/.exec(written)?.[1] ?? piece.name;
    tags.push({
      start: from + piece.offset,
      end: from + piece.end,
      name,
      kind,
      attributes,
      // A component such as <Link> has content, and <link> has none.
      isAlone: piece.isSelfClosing || VOID.test(name),
      isBlock: token.block,
      partner: null,
    });
  }
}

function pairTags(tags: readonly DeckTag[]): void {
  const open: DeckTag[] = [];
  for (const tag of tags) {
    if (tag.isAlone) continue;
    if (tag.kind === 'open') {
      open.push(tag);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name.toLowerCase() === tag.name.toLowerCase());
    const opening = open[at];
    if (!opening) continue;
    open.length = at;
    opening.partner = tag;
    tag.partner = opening;
  }
}

/** Returns the value of an attribute; undefined for none. */
export function attributeOf({ attributes }: DeckTag, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** Returns the stretch between a tag and its partner; the tag's own end where it has none. */
export function insideOf({ end, partner }: DeckTag): Stretch {
  return { start: end, end: partner?.start ?? end };
}

const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
