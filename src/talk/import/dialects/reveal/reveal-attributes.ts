import { readTag, type Attribute } from '../../../html/tags.ts';
import { isGround, NO_GROUND } from '../../slide-ground.ts';
import { takeFilm } from '../../translate/film-grounds.ts';
import type { DeckSlide, Result } from '../../deck.ts';
import { parseComment } from '../../../markdown/transform/comment.ts';
import { walkTokens } from '../../walk.ts';

/** Takes the attributes that reveal.js gives a slide by a comment: ".slide: ...". */
export function takeSlideAttributes(slide: DeckSlide): void {
  walkTokens(slide.tokens, (token) => {
    const [, written] =
      token.type === 'comment' || token.type === 'html' ? (COMMENT.exec(token.raw) ?? []) : [];
    if (written === undefined) return false;
    const tag = readTag(`<section ${written}>`);
    const became = (tag?.attributes ?? []).map((attribute) => takeAttribute(attribute, slide));
    slide.replace(token, '');
    for (const result of became) slide.note(token, ...result);
    return true;
  });
}

/** Writes the attributes of elements in the notation of talks where reveal.js reads them in a comment with other signs as well. */
export function takeElementAttributes(slide: DeckSlide): void {
  walkTokens(slide.tokens, (token) => {
    const isComment = token.type === 'comment' || token.type === 'html';
    const [, written] = isComment ? (ELEMENT.exec(token.raw) ?? []) : [];
    if (written === undefined) return false;
    const { start } = slide.stretch(token);
    const stretch = { start, end: start + token.raw.trimEnd().length };
    const { kind } = parseComment(token.raw.trim(), slide.spanOf(stretch));
    if (kind !== 'mistake') return true;
    const read = [...written.matchAll(ATTRIBUTE)].map(([, name, value, bare]) =>
      bare === undefined ? `${name}="${value}"` : `${bare}=""`,
    );
    const became = read.length === 0 ? '' : `<!-- .element: ${read.join(' ')} -->`;
    const result: Result =
      became === ''
        ? ['dropped', 'reveal.js reads no attribute in it.', 'harmless']
        : ['translated', became];
    slide.replace(stretch, became, result);
    return true;
  });
}

/** Sets the key of a slide for an attribute of reveal.js. */
export function takeAttribute({ name, value }: Attribute, slide: DeckSlide): Result {
  const { keys } = slide;
  switch (name) {
    case 'id':
      keys.id = value;
      return ['translated', `id: ${value}`];
    case 'class':
      keys.class = value;
      return ['translated', `class: ${value}`];
    case 'data-background':
    case 'data-background-color':
    case 'data-background-image':
    case 'data-background-gradient':
      return takeBackground(value, slide);
    case 'data-visibility':
      if (value !== 'hidden' && value !== 'uncounted') break;
      keys.visibility = value;
      return ['translated', `visibility: ${value}`];
    case 'data-timing':
      if (!/^\d+$/.test(value) || Number(value) < 10) break;
      keys.time = Number(value);
      return ['translated', `time: ${value}`];
    case 'data-auto-animate':
      keys.transition = 'morph';
      return ['translated', 'transition: morph, from the second such slide on'];
    case 'data-background-video':
      return takeFilm(value, slide);
    case 'data-background-iframe':
      return ['dropped', `${name}="${value}": backgrounds are colours, gradients and pictures.`];
  }
  return /^data-(?:transition|auto-animate|state|background-(?:size|transition|opacity|position|repeat|video-\w+|interactive))/.test(
    name,
  )
    ? ['dropped', `${name}: slides have no setting for this.`, 'harmless']
    : ['dropped', `${name}: slides have no setting for this.`];
}

function takeBackground(value: string, { keys }: DeckSlide): Result {
  if (!isGround(value)) return ['manual', NO_GROUND];
  keys.background = value;
  return ['translated', `background: ${value}`];
}

const ELEMENT = /^\s*<!--\s*\.element\s*:([^]*?)-->\s*$/;
/** An attribute as reveal.js reads it: with quotes, or the name of one for data. */
const ATTRIBUTE = /([^"= ]+?)="([^"]+?)"|(data-[^"= ]+?)(?=[" ])/g;
const COMMENT = /^\s*<!--\s*\.slide:([^]*?)-->\s*$/;
