import type { Token } from '../../../model/token.ts';
import type { DeckSlide } from '../../deck.ts';
import { markItems, STEP_MARK } from '../../list-steps.ts';
import { attributeOf, insideOf, type DeckTag } from '../../deck-tags.ts';
import { removeEnd } from './element-edits.ts';

/** Checks whether an element of Slidev makes its content appear by clicks. */
export function isClickElement(name: string): boolean {
  return /^v-?(?:click|clicks|after|switch)$/.test(name);
}

/** Translates an element whose content appears by clicks into steps. */
export function takeClicks(tag: DeckTag, slide: DeckSlide): void {
  const name = tag.name.toLowerCase().replace('-', '');
  if (tag.isAlone || !tag.partner) {
    return slide.replace(tag, '', ['dropped', 'An element without content has no step.']);
  }
  if (name === 'vclicks') return takeList(tag, slide);
  if (name === 'vswitch') {
    removeEnd(tag, slide);
    return slide.replace(tag, '', ['approximated', 'its parts below one another']);
  }
  const isHiding = tag.attributes.some((each) => each.name === 'hide');
  const element = tag.isBlock ? 'div' : 'span';
  slide.replace(tag, `<${element} class="fragment">`);
  slide.replace(tag.partner, `</${element}>`);
  if (isHiding) slide.note(tag, 'approximated', 'a step that appears; nothing vanishes by a step');
  else if (attributeOf(tag, 'at') !== undefined && !/^\+?1$/.test(attributeOf(tag, 'at') ?? '')) {
    slide.note(tag, 'approximated', 'a step in the order of the text');
  } else slide.note(tag, 'translated', `<${element} class="fragment">`);
}

/** Makes each item of the lists in an element a step, and each other block in it. */
function takeList(tag: DeckTag, slide: DeckSlide): void {
  const inside = insideOf(tag);
  const isInside = (token: Token): boolean => {
    const { start } = slide.stretch(token);
    return start >= inside.start && start < inside.end;
  };
  const blocks = slide.tokens.filter((token) => token.type !== 'space' && token.type !== 'html');
  const lists = blocks.filter((token) => token.type === 'list');
  const own = blocks.filter(isInside);
  slide.replace(tag, '');
  removeEnd(tag, slide);
  if (own.length > 0 && own.every((token) => token.type === 'list') && lists.every(isInside)) {
    slide.keys.incremental = true;
    return slide.note(tag, 'translated', 'incremental: true');
  }
  for (const token of own) {
    if (token.type === 'list') markItems(token, slide);
    else slide.edits.insert(slide.stretch(token).end, `\n${STEP_MARK}`);
  }
  slide.note(tag, own.length > 0 ? 'translated' : 'approximated', `${STEP_MARK} behind each part`);
}
