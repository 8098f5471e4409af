import { escapeHtml } from '../../../../html/html.ts';
import type { ForeignToken } from '../../../../model/token.ts';
import { parseAttributes } from '../../../brace-attributes.ts';
import type { DeckSlide } from '../../../deck.ts';

/** Gives the classes and the style of a link to an element around it; what else a link has, such as its window, is left out. */
export function takeLinkLook(token: ForeignToken, slide: DeckSlide): boolean {
  const { start } = slide.stretch(token);
  const { text } = slide.edits;
  const [link] = LINK.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)) ?? [];
  if (link === undefined) return false;
  const { classes, values } = parseAttributes(token.sign.slice(1, -1));
  const look = [
    classes.length > 0 ? ` class="${escapeHtml(classes.join(' '))}"` : '',
    values.has('style') ? ` style="${escapeHtml(values.get('style') ?? '')}"` : '',
  ].join('');
  if (look === '') {
    slide.replace(token, '', ['dropped', 'It has no such attributes here.', 'harmless']);
    return true;
  }
  slide.edits.insert(start - link.length, `<span${look}>`);
  const became = `<span${look}>; its stylesheet has the rules for it`;
  slide.replace(token, '</span>', ['approximated', became]);
  return true;
}

const LINK = /(?<!!)\[(?:[^[\]]|\[[^[\]]*\])*\]\((?:[^()]|\([^()]*\))*\)$/;
